import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

const cli = path.join(process.cwd(), 'dist', 'cli.js')

const text = (value: unknown, key: string): string => {
  assert.ok(typeof value === 'object' && value !== null && key in value, `${key} is there`)
  const found: unknown = Reflect.get(value, key)
  assert.ok(typeof found === 'string' && found !== '', `${key} is a text`)
  return found
}

describe('node dist/cli.js sandbox', () => {
  let child: ChildProcess | undefined
  afterEach(async () => {
    if (child?.exitCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  })

  const start = async (...args: string[]): Promise<unknown> => {
    const started = spawn(process.execPath, [cli, 'sandbox', ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    child = started
    const [line] = (await once(createInterface({ input: started.stdout }), 'line')) as [string]
    return JSON.parse(line)
  }

  it('prints where it is and what to sign in with as its first line, answers, and stops when it is told to', async () => {
    const address = await start('--seed', '7')
    for (const key of ['url', 'guestUrl', 'region', 'clientId', 'clientSecret', 'userToken', 'pkceClientId', 'deploymentId', 'queueId'])
      text(address, key)

    const ended = text(Reflect.get(Object(address), 'conversations'), 'ended-web')
    const response = await fetch(`${text(address, 'url')}/api/v2/conversations/${ended}`, {
      headers: { authorization: `Bearer ${text(address, 'userToken')}` }
    })
    assert.equal(response.status, 200)
    assert.equal(text(await response.json(), 'id'), ended)

    child?.kill('SIGTERM')
    const [code] = (await once(child ?? assert.fail(), 'exit')) as [number | null]
    assert.equal(code, 0)
  })

  it('says what is wrong with its options, with exit code 2', async () => {
    const wrong = spawn(process.execPath, [cli, 'sandbox', '--port', 'many'], { stdio: ['ignore', 'ignore', 'pipe'] })
    child = wrong
    const said: string[] = []
    wrong.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    const [code] = (await once(wrong, 'close')) as [number | null]
    assert.equal(code, 2)
    assert.match(said.join(''), /^--port takes a whole number\./)
  })

  const output = async (...args: string[]): Promise<{ readonly code: number | null; readonly out: string; readonly errors: string }> => {
    const run = spawn(process.execPath, [cli, 'sandbox', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    child = run
    const [out, errors]: string[][] = [[], []]
    run.stdout.on('data', (chunk: Buffer) => out?.push(chunk.toString()))
    run.stderr.on('data', (chunk: Buffer) => errors?.push(chunk.toString()))
    const [code] = (await once(run, 'close')) as [number | null]
    return { code, out: out?.join('') ?? '', errors: errors?.join('') ?? '' }
  }

  it('lists the scenarios with what to try, and starts with one of them', async () => {
    const { code, out } = await output('--list-scenarios')
    assert.equal(code, 0)
    assert.match(out, /^409-after-the-customer-left: 409 after the customer left\n {2}.+\n {2}Try: .+$/m)
    const address = await start('--scenario', '409-after-the-customer-left')
    assert.deepEqual(Object.keys(new Object(Reflect.get(new Object(address), 'conversations'))), ['ended-web'])
  })

  it('names the scenarios when it does not know one, and explains its options', async () => {
    const unknown = await output('--scenario', 'nowhere')
    assert.equal(unknown.code, 1)
    assert.match(unknown.errors, /no scenario “nowhere”.*rate-limited/)
    const { code, out } = await output('--help')
    assert.equal(code, 0)
    for (const option of ['--port', '--scenario', '--list-scenarios', '--seed', '--conversations']) assert.match(out, new RegExp(option))
  })
})
