import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Failure } from '../../../scripts/process/failure.mjs'
import { knownSecretsArgs, startCanary } from '../../support/canary/canary.mjs'
import { mark } from '../../support/canary/mark.cjs'

/** A secret as the sandbox makes them, in a process whose secrets are known. */
const secretOf = (encoding: 'base64' | 'base64url' | 'hex', length = 32): string =>
  execFileSync(
    process.execPath,
    [...knownSecretsArgs(process.cwd()), '-p', `require('node:crypto').randomBytes(${length}).toString(${JSON.stringify(encoding)})`],
    { encoding: 'utf8' }
  ).trim()

describe('the search for secrets after a test run', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gmi-canary-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  /** What a canary says of a folder with this one file. */
  const verdictOn = async (name: string, content: string | Buffer): Promise<string> => {
    const run = await mkdtemp(path.join(folder, 'run-'))
    const file = path.join(run, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, content)
    return startCanary()
      .inspect(run)
      .then(
        () => 'nothing',
        (error: unknown) => {
          assert.ok(error instanceof Failure)
          return error.message
        }
      )
  }

  const secret = secretOf('base64url')

  it('knows the secrets of a run, which differ all the same', () => {
    assert.ok(secret.startsWith(mark) && secret.length === 43)
    assert.ok(secretOf('base64').startsWith(mark))
    assert.notEqual(secretOf('base64url'), secret)
    assert.ok(!secretOf('base64url', 16).includes(mark))
  })

  const planted: readonly (readonly [how: string, text: string | Buffer])[] = [
    ['in a log line', `2026-11-20 [info] token ${secret} was given`],
    ['in JSON', JSON.stringify({ deep: { token: secret } })],
    ['in JSON inside JSON', JSON.stringify(JSON.stringify({ token: secret }))],
    ['in a URL', `http://localhost/?token=${encodeURIComponent(secret)}`],
    ['in a form', new URLSearchParams({ client_secret: secret }).toString()],
    ['as Basic authorisation', `Basic ${Buffer.from(`client-1:${secret}`).toString('base64')}`],
    ['as Basic authorisation of a longer id', `Basic ${Buffer.from(`client-10:${secret}`).toString('base64')}`],
    ['as Basic authorisation of a still longer id', `Basic ${Buffer.from(`client-100:${secret}`).toString('base64')}`],
    ['in base64url', Buffer.from(JSON.stringify({ secret })).toString('base64url')],
    ['in hexadecimal', Buffer.from(secret).toString('hex')],
    ['in a database with UTF-16', Buffer.from(`key\0${secret}`, 'utf16le')],
    ['between bytes that are no text', Buffer.concat([Buffer.from([0xff, 0, 0xfe]), Buffer.from(secret)])]
  ]
  for (const [how, content] of planted)
    it(`finds one ${how}, and says where`, async () => {
      const verdict = await verdictOn('User/globalStorage/state.vscdb', content)
      assert.match(verdict, /the file User\/globalStorage\/state\.vscdb, (?:as it is|in \S+), at byte \d+/)
      assert.ok(!verdict.includes(secret))
    })

  it('finds one in the name of a file', async () => {
    assert.match(await verdictOn(`${secret}.log`, ''), /the name of the file/)
  })

  it('finds nothing where there is none', async () => {
    assert.equal(await verdictOn('exthost.log', 'GET /api/v2/users/me → 200, canary'), 'nothing')
  })
})
