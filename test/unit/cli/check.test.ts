import { Ajv } from 'ajv'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

const cliFile = path.resolve('dist/cli.js')
const bad = "axios.post('/api/v2/conversations/messaging/messages')\n"
const good = "axios.post('/api/v2/conversations/messages/agentless', { textBody })\n"

interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly rule: string
  readonly severity: string
  readonly title: string
  readonly message: string
  readonly remedy: string
  readonly confidence: string
  readonly sources: readonly { readonly label: string }[]
  readonly nearest: readonly { readonly method: string; readonly path: string; readonly why: string }[]
}

interface Checked {
  readonly problems: readonly Problem[]
  readonly skipped: readonly { readonly file: string; readonly why: string }[]
  readonly summary: {
    readonly files: number
    readonly errors: number
    readonly warnings: number
    readonly notes: number
    readonly ignored: number
  }
}

interface Sarif {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string
          readonly helpUri: string
          readonly defaultConfiguration: { readonly level: string }
        }[]
      }
    }
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly level: string
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string }
          readonly region: { readonly startLine: number; readonly startColumn: number }
        }
      }[]
    }[]
    readonly invocations: readonly { readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[] }[]
  }[]
}

describe('check', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'check-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  const write = (file: string, content: string | Buffer): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), content)
  }

  const run = (...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cliFile, 'check', ...args], { cwd: folder, encoding: 'utf8' })
    return { code: status, out: stdout, err: stderr }
  }

  const checked = (...args: readonly string[]): Checked => {
    const { out, err } = run(...args, '--json')
    assert.equal(err, '')
    return JSON.parse(out) as Checked
  }

  /** The files with problems, each once. */
  const filesWithProblems = (...args: readonly string[]): readonly string[] => [
    ...new Set(checked(...args).problems.map(({ file }) => file))
  ]

  it('has a line for each problem, a summary, and 1', () => {
    write('send.ts', `// Genesys\nawait ${bad}`)
    const { code, out } = run('.')
    assert.equal(code, 1)
    const lines = out.trimEnd().split('\n')
    assert.match(
      lines[0] ?? '',
      /^send\.ts:2:19 error path\.invented: No operation of the published API is POST \/api\/v2\/conversations\/messaging\/messages\./
    )
    assert.match(lines[0] ?? '', /Nearest: POST \/api\/v2\/conversations\/messages\/agentless, /)
    assert.match(lines[1] ?? '', /^send\.ts:2:19 warning path\.configuration-only: /)
    assert.equal(lines.at(-1), '1 file checked: 1 error, 1 warning, 0 notes.')
  })

  it('ends with 0 where nothing is wrong, and where there are only notes', () => {
    write('good.ts', good)
    write('note.ts', '// POST /api/v2/conversations/messaging/messages\n')
    const { code, out } = run('.')
    assert.equal(code, 0)
    assert.match(out, /^note\.ts:1:9 note path\.invented: /)
    assert.match(out, /2 files checked: 0 errors, 0 warnings, 2 notes\.\n$/)
  })

  it('ends with 1 for a warning alone', () => {
    write('flag.ts', "axios.post('/api/v2/conversations/messages/agentless', { useExistingConversation: true })")
    assert.equal(run('flag.ts').code, 1)
  })

  it('prints JSON with all that the text says, and where each problem ends', () => {
    write('a.py', 'requests.post("https://api.mypurecloud.com/api/v2/conversations/messaging/messages")\n')
    const { problems, summary, skipped } = checked('a.py')
    const { sources, nearest, message, remedy, title, confidence, ...rest } = problems[0] ?? assert.fail('a problem is found')
    assert.deepEqual(rest, { file: 'a.py', line: 1, column: 16, endLine: 1, endColumn: 83, rule: 'path.invented', severity: 'error' })
    for (const text of [message, remedy, title, confidence]) assert.notEqual(text, '')
    assert.notEqual(sources.length, 0)
    assert.ok(nearest.every(({ why }) => why !== ''))
    assert.deepEqual(summary, { files: 1, errors: 1, warnings: 1, notes: 0, ignored: 0 })
    assert.deepEqual(skipped, [])
  })

  it('counts what a comment asks to pass over', () => {
    write('a.ts', `// genesys-messaging-ignore\n${bad}`)
    const { code, out } = run('a.ts')
    assert.equal(code, 0)
    assert.equal(out, '1 file checked: 0 errors, 0 warnings, 0 notes; 2 passed over by a comment.\n')
  })

  it('goes through folders in the order of their names, and takes each file once', () => {
    for (const file of ['b.ts', 'a/z.ts', 'a/b/c.ts', 'B.ts']) write(file, bad)
    assert.deepEqual(filesWithProblems('.', 'a', 'b.ts'), ['B.ts', 'a/b/c.ts', 'a/z.ts', 'b.ts'])
    assert.deepEqual(filesWithProblems('b.ts', 'a'), ['b.ts', 'a/b/c.ts', 'a/z.ts'])
  })

  it('reads UTF-8 with a byte order mark, UTF-16 in both orders, and every kind of line end', () => {
    write(
      'bom.json',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`{"method": "POST", "url": "/api/v2/conversations/messaging/messages"}`)])
    )
    write('crlf.ts', `// one\r\n${bad}`)
    write('cr.ts', `// one\r${bad}`)
    const utf16 = Buffer.from(`\n${bad}`, 'utf16le')
    write('little.ps1', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))
    write('big.ps1', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]))
    const places = checked('.')
      .problems.filter(({ rule }) => rule === 'path.invented')
      .map(({ file, line, column }) => `${file}:${line}:${column}`)
    assert.deepEqual(places, ['big.ps1:2:13', 'bom.json:1:28', 'cr.ts:2:13', 'crlf.ts:2:13', 'little.ps1:2:13'])
  })

  it('passes over binary files, and says which files are too large', () => {
    write('image.png', Buffer.from(`\u0000${bad}`))
    write('bundle.js', bad + ' '.repeat(5_000_001))
    write('good.ts', good)
    const { problems, skipped, summary } = checked('.')
    assert.deepEqual(problems, [])
    assert.equal(summary.files, 1)
    assert.deepEqual(
      skipped.map(({ file }) => file),
      ['bundle.js']
    )
    assert.match(run('.').out, /^bundle\.js was not checked: it has \d+ bytes, .*\n1 file checked: .*; 1 file not checked\.\n$/)
  })

  it('does not follow symbolic links', () => {
    write('a/send.ts', bad)
    symlinkSync(folder, path.join(folder, 'a', 'loop'))
    assert.deepEqual(filesWithProblems('.'), ['a/send.ts'])
  })

  describe('with .gitignore', () => {
    it('passes over what git ignores, on every level, and takes what is taken back', () => {
      write('.gitignore', 'dist\n*.gen.ts\n/only-here.ts\n')
      write('packages/.gitignore', '!kept.gen.ts\nlocal/\n')
      for (const file of [
        'dist/a.ts',
        'send.gen.ts',
        'only-here.ts',
        'packages/only-here.ts',
        'packages/kept.gen.ts',
        'packages/other.gen.ts',
        'packages/local/a.ts',
        'packages/dist/kept.gen.ts',
        '.git/hooks/a.ts'
      ])
        write(file, bad)
      assert.deepEqual(filesWithProblems('.'), ['packages/kept.gen.ts', 'packages/only-here.ts'])
    })

    it('heeds those above a folder, up to its repository', () => {
      write('.gitignore', 'inner')
      write('repository/.git/config', '')
      write('repository/.gitignore', '*.gen.ts')
      for (const file of ['repository/inner/src/a.ts', 'repository/inner/src/b.gen.ts']) write(file, bad)
      assert.deepEqual(filesWithProblems('repository/inner/src'), ['repository/inner/src/a.ts'])
    })

    it('takes a file that is named, even so', () => {
      write('.gitignore', '*.ts')
      write('a.ts', bad)
      assert.deepEqual(filesWithProblems('a.ts'), ['a.ts'])
    })
  })

  it('finds the thread’s request in every language', () => {
    const files: Readonly<Record<string, string>> = {
      'a.ts': 'await axios.post(`${base}/api/v2/conversations/${id}/participants`, {})',
      'b.py': 'requests.post(f"{base}/api/v2/conversations/{conversation_id}/participants", json={})',
      'C.java': 'new HttpPost("https://api.mypurecloud.com/api/v2/conversations/" + id + "/participants");',
      'D.cs': 'new HttpRequestMessage(HttpMethod.Post, $"{b}/api/v2/conversations/{id}/participants");',
      'e.go': 'http.NewRequest("POST", fmt.Sprintf("%s/api/v2/conversations/%s/participants", base, id), nil)',
      'f.ps1': 'Invoke-RestMethod -Method Post -Uri "$b/api/v2/conversations/$id/participants"',
      'g.sh': 'curl -X POST "$B/api/v2/conversations/$ID/participants"',
      'h.http': 'POST {{b}}/api/v2/conversations/{{id}}/participants',
      'i.json': '{"method": "POST", "url": "{{b}}/api/v2/conversations/{{id}}/participants"}',
      'j.yaml': '- method: POST\n  url: "{{ b }}/api/v2/conversations/{{ id }}/participants"'
    }
    for (const [file, text] of Object.entries(files)) write(file, text)
    assert.deepEqual([...filesWithProblems('.')].sort(), Object.keys(files).sort())
  })

  describe('--sarif', () => {
    const schemaFile = createRequire(path.resolve('package.json')).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')

    /** What is wrong with a SARIF log, by the published schema. */
    const faultsOf = (log: unknown): unknown => {
      // It is written in draft 4, and uses nothing that newer drafts read otherwise, but for its own name.
      const { definitions, properties, required, additionalProperties, type } = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<
        string,
        unknown
      >
      const schema = { definitions, properties, required, additionalProperties, type }
      const formats = {
        uri: (text: string) => URL.canParse(text),
        'uri-reference': (text: string) => URL.canParse(text, 'file:///'),
        'date-time': true
      } as const
      const validate = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema)
      return validate(log) ? [] : validate.errors
    }

    const sarif = (...args: readonly string[]): Sarif => {
      const { out, err } = run(...args, '--sarif')
      assert.equal(err, '')
      const log = JSON.parse(out) as Sarif
      assert.deepEqual(faultsOf(log), [])
      return log
    }

    it('is valid by its schema, with rules, levels and places', () => {
      write('my folder/bad ünit.ts', `\n${bad}`)
      write('note.ts', '// POST /api/v2/conversations/messaging/messages\n')
      write('large.js', ' '.repeat(5_000_001))
      const [log] = sarif('.').runs
      assert.ok(log)
      const [first] = log.results
      assert.ok(first)
      assert.deepEqual([first.ruleId, first.level], ['path.invented', 'error'])
      assert.deepEqual(first.locations[0]?.physicalLocation, {
        artifactLocation: { uri: 'my%20folder/bad%20%C3%BCnit.ts' },
        region: { startLine: 2, startColumn: 13, endLine: 2, endColumn: 53 }
      })
      assert.ok(log.results.some(({ level }) => level === 'note'))
      const { rules } = log.tool.driver
      for (const { ruleId, ruleIndex } of log.results) assert.equal(rules[ruleIndex]?.id, ruleId)
      for (const { helpUri } of rules) assert.match(helpUri, /\/docs\/rules\.md#[a-z-]+$/)
      assert.match(log.invocations[0]?.toolExecutionNotifications[0]?.message.text ?? '', /^large\.js was not checked/)
    })

    it('is valid without a result', () => {
      write('good.ts', good)
      assert.deepEqual(sarif('.').runs[0]?.results, [])
      assert.equal(run('.', '--sarif').code, 0)
    })

    it('points to headings that the rule reference has', () => {
      write('good.ts', good)
      const headings = new Set(
        [...readFileSync(path.resolve('docs/rules.md'), 'utf8').matchAll(/^### (.+)$/gm)].map(([, id = '']) => id.replaceAll('.', ''))
      )
      for (const { helpUri } of sarif('.').runs[0]?.tool.driver.rules ?? []) assert.ok(headings.has(helpUri.split('#')[1] ?? ''), helpUri)
    })

    it('would be found invalid otherwise', () => {
      assert.notDeepEqual(faultsOf({ version: '2.1.0', runs: [{ tool: {} }] }), [])
    })
  })

  const misuse: Readonly<Record<string, { readonly args: readonly string[]; readonly says: RegExp }>> = {
    'no path': { args: [], says: /^check takes at least one file or folder\./ },
    'a path that is not there': { args: ['good.ts', 'missing'], says: /^missing cannot be read: / },
    'an option that is not known': { args: ['--xml', 'good.ts'], says: /^check does not know --xml\./ },
    'both formats': { args: ['--json', '--sarif', 'good.ts'], says: /^check writes --json or --sarif, not both\./ }
  }
  for (const [name, { args, says }] of Object.entries(misuse))
    it(`refuses ${name} with a clear sentence, how it is used, and 2`, () => {
      write('good.ts', good)
      const { code, out, err } = run(...args)
      assert.equal(code, 2)
      assert.equal(out, '')
      assert.match(err, says)
      assert.match(err, /check PATH… \[--json or --sarif\]/)
      assert.doesNotMatch(err, /\n\s+at /)
    })

  it('takes a path that begins with a dash behind --', () => {
    write('-send.ts', bad)
    assert.match(run('--', '-send.ts').out, /^-send\.ts:1:13 error path\.invented: /)
  })
})
