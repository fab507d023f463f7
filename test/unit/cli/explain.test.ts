import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inventedByTheThread, seedText } from '../support/seed'

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const cli = (args: readonly string[], input = ''): Run => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], { input, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

interface Explanation {
  readonly verdict: string
  readonly exchange: {
    readonly request: { readonly method: string; readonly apiPath: string }
    readonly response: { readonly status: number }
  }
  readonly findings: readonly {
    readonly rule: string
    readonly phase: string
    readonly severity: string
    readonly title: string
    readonly cause: string
    readonly remedy: string
    readonly codes: readonly string[]
    readonly confidence: string
    readonly sources: readonly { readonly label: string }[]
    readonly evidence: readonly { readonly text: string }[]
  }[]
  readonly operation: { readonly method: string; readonly path: string } | null
  readonly nearest: readonly { readonly method: string; readonly path: string; readonly why: string }[]
  readonly routes: readonly { readonly id: string; readonly verdict: string; readonly reason: string }[]
}

const explained = (input: string): Explanation => {
  const { code, out, err } = cli(['explain', '-', '--json'], input)
  assert.equal(err, '')
  assert.equal(code, 0)
  return JSON.parse(out) as Explanation
}

describe('explain - --json, on the thread’s request', () => {
  let explanation: Explanation
  before(() => {
    explanation = explained(seedText)
  })

  it('names the endpoint that does not exist', () => {
    assert.equal(explanation.verdict, 'failed')
    assert.equal(explanation.operation, null)
    const { request, response } = explanation.exchange
    assert.deepEqual([request.method, request.apiPath, response.status], ['POST', '/api/v2/conversations/messaging/messages', 409])
    const invented = explanation.findings.find(({ rule }) => rule === 'path.invented')
    assert.match(invented?.cause ?? '', /POST \/api\/v2\/conversations\/messaging\/messages/)
  })

  it('has agentless first or second of what is real', () => {
    const lines = explanation.nearest.map(({ method, path: operation }) => `${method} ${operation}`)
    assert.ok(lines.slice(0, 2).includes('POST /api/v2/conversations/messages/agentless'), lines.join('\n'))
    for (const { why } of explanation.nearest) assert.notEqual(why, '')
  })

  it('has findings with all that the contract promises: sources and a confidence with each', () => {
    assert.notEqual(explanation.findings.length, 0)
    for (const finding of explanation.findings) {
      assert.match(finding.confidence, /^(?:documented|code|second-hand|inferred|not-documented)$/)
      assert.notEqual(finding.sources.length, 0)
      for (const { label } of finding.sources) assert.notEqual(label, '')
      assert.ok(Array.isArray(finding.evidence))
      for (const text of [finding.rule, finding.phase, finding.severity, finding.title, finding.cause, finding.remedy])
        assert.notEqual(text, '')
    }
  })

  it('says that nothing re-opens a conversation, and how the customer is reached instead', () => {
    assert.ok(explanation.findings.some(({ rule }) => rule === 'reopen.impossible'))
    assert.equal(explanation.routes[0]?.id, 'agentless')
  })
})

describe('the error codes of a finding', () => {
  const codesOf = (text: string, rule: string): unknown => explained(text).findings.find((finding) => finding.rule === rule)?.codes
  const send = (body: unknown): string =>
    `POST https://api.mypurecloud.com/api/v2/conversations/messages/agentless\nContent-Type: application/json\n\n${JSON.stringify(body)}`

  it('are those that an answer would have', () => {
    assert.deepEqual(codesOf(send({ toAddressMessengerType: 'webmessaging', textBody: '' }), 'text.webmessaging'), [
      'invalid.webmessaging.text.body'
    ])
  })

  it('are that of the answer', () => {
    assert.deepEqual(codesOf('{"code":"not.a.client","status":400}', 'token.user-on-agentless'), ['not.a.client'])
  })

  it('are none where none is documented, which the text for a person says', () => {
    const empty = send({ toAddressMessengerType: 'sms', textBody: '' })
    assert.deepEqual(codesOf(empty, 'text.empty'), [])
    assert.match(cli(['explain', '-'], empty).out, /\[text\.empty\]\n(?: {2}.*\n)*? {2}Code: not documented\n/)
  })
})

describe('the command line', () => {
  it('explains the thread’s other endpoints in one paste, each on its own', () => {
    const { code, out } = cli(['explain', '--json'], inventedByTheThread.map((line) => `${line}\n{}\n`).join('\n'))
    assert.equal(code, 0)
    const { exchanges } = JSON.parse(out) as { readonly exchanges: readonly Explanation[] }
    assert.deepEqual(
      exchanges.map(({ operation, findings }) => [operation, findings[0]?.rule]),
      inventedByTheThread.map(() => [null, 'path.invented'])
    )
  })

  it('explains a file, for a person', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'explain-'))
    try {
      const file = path.join(folder, 'request.txt')
      writeFileSync(file, seedText)
      const { code, out } = cli(['explain', file])
      assert.equal(code, 0)
      for (const said of [
        'POST /api/v2/conversations/messaging/messages → 409',
        'It failed.',
        'This endpoint does not exist',
        'What to do:',
        'agentless'
      ])
        assert.ok(out.includes(said), said)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('shows no token, in either form', () => {
    const token = 'kJ3aVeryOpaqueToken00'
    const pasted = `curl -X POST 'https://api.mypurecloud.com/api/v2/conversations/messaging/messages?access_token=${token}' -H 'Authorization: Bearer ${token}' -d '{"text":"a","token":"${token}"}'`
    for (const args of [['explain'], ['explain', '--json']]) {
      const { code, out, err } = cli(args, pasted)
      assert.equal(code, 0)
      assert.ok(!`${out}${err}`.includes(token))
    }
  })

  const wrong: Readonly<Record<string, { readonly args: readonly string[]; readonly input?: string; readonly says: RegExp }>> = {
    'an empty paste': { args: ['explain', '-'], says: /^There is nothing to explain\./ },
    prose: { args: ['explain'], input: 'Why does it fail?', says: /^No request or error was found in the text\./ },
    'half a command': { args: ['explain'], input: "curl -X POST 'https://api.mypurecloud.com/api", says: /^The cURL command is cut short/ },
    'a file that is not there': { args: ['explain', 'no-such-file.txt'], says: /^no-such-file\.txt cannot be read: / },
    'two files': { args: ['explain', 'a', 'b'], says: /^explain takes one file/ },
    'an option that is not known': { args: ['explain', '--yaml'], says: /^explain takes one file/ },
    'a command that is not known': { args: ['diagnose'], says: /^There is no command “diagnose”\./ },
    'no command': { args: [], says: /^Name a command\./ },
    'a port that is none': { args: ['sandbox', '--port', 'x'], says: /^--port takes a whole number\./ }
  }
  for (const [name, { args, input, says }] of Object.entries(wrong))
    it(`refuses ${name} with a clear sentence, how it is used, and 2`, () => {
      const { code, out, err } = cli(args, input)
      assert.equal(code, 2)
      assert.equal(out, '')
      assert.match(err, says)
      assert.match(err, /explain \[FILE or -\] \[--json\]/)
      assert.doesNotMatch(err, /\n\s+at /)
    })

  it('says how it is used when it is asked', () => {
    for (const flag of ['--help', 'help']) {
      const { code, out } = cli([flag])
      assert.equal(code, 0)
      assert.match(out, /explain \[FILE or -\]/)
    }
  })
})
