import assert from 'node:assert/strict'
import type { Exchange } from '../../../src/exchange/exchange'
import type { Shell } from '../../../src/exchange/shell'
import { exchangeOf, exchangesOf, jsonIn } from '../support/exchange'

const url = 'https://api.mypurecloud.de/api/v2/conversations/messages/agentless'

const readFor = ({ shellDoubt }: Exchange): Shell | undefined => shellDoubt?.readFor
const otherShells = ({ shellDoubt }: Exchange): readonly Shell[] => shellDoubt?.others.map(({ shell }) => shell) ?? []
const bodyOf = ({ request }: Exchange): unknown => {
  assert.ok(request)
  return jsonIn(request)
}

/** A JSON body, as people quote it for each of the shells. */
const quotedFor: Readonly<Record<Shell, (json: string) => string>> = {
  bash: (json) => `'${json.replaceAll("'", "'\\''")}'`,
  powerShell: (json) => `'${json.replace(/(\\*)"/g, '$1$1\\"').replaceAll("'", "''")}'`,
  cmd: (json) => `^"${json.replace(/(\\*)"/g, '$1$1\\"').replace(/[^\w\s:=+~'/.',?;()*`-]/g, '^$&')}^"`
}

const continuation: Readonly<Record<Shell, string>> = { bash: '\\', powerShell: '`', cmd: '^' }
const quotedUrl: Readonly<Record<Shell, string>> = { bash: `'${url}'`, powerShell: `'${url}'`, cmd: `^"${url}^"` }

/** Texts that end in what goes on in another line in one of the shells, or that look like one of their quotes. */
const texts: Readonly<Record<string, string>> = {
  'a caret': 'look up ^',
  'a caret right behind a word': 'up^',
  'a backtick': 'run `date`',
  'a backslash': 'C:\\new\\',
  'two backslashes': 'C:\\\\',
  'a dollar and a quote': "costs $'5'",
  'double quotes': 'say "hi"'
}

describe('the shell of a pasted command', () => {
  for (const shell of ['bash', 'powerShell', 'cmd'] as const)
    for (const [name, textBody] of Object.entries(texts)) {
      const quoted = quotedFor[shell](JSON.stringify({ textBody }))

      it(`is seen by how its lines go on: ${shell}, with a text that ends in ${name}`, () => {
        const exchange = exchangeOf([`curl -X POST ${quotedUrl[shell]}`, `  -d ${quoted}`].join(` ${continuation[shell]}\n`))
        assert.deepEqual(bodyOf(exchange), { textBody })
        assert.equal(readFor(exchange), undefined)
      })

      it(`is seen by its prompt: ${shell}, in one line with a text that ends in ${name}`, () => {
        const prompt = { bash: '$ ', powerShell: 'PS C:\\Users\\ada> ', cmd: 'C:\\Users\\ada>' }[shell]
        const exchange = exchangeOf(`${prompt}curl -X POST ${quotedUrl[shell]} -d ${quoted}`)
        assert.deepEqual(bodyOf(exchange), { textBody })
        assert.equal(readFor(exchange), undefined)
      })

      it(`is found, or told to be unclear, without any sign: ${shell}, in one line with a text that ends in ${name}`, () => {
        const exchange = exchangeOf(`curl -X POST ${quotedUrl[shell]} -d ${quoted}`)
        const readings = [bodyOf(exchange), ...(exchange.shellDoubt?.others ?? []).map(({ request }) => jsonIn(request))]
        assert.ok(
          readings.some((body) => JSON.stringify(body) === JSON.stringify({ textBody })),
          JSON.stringify(readings)
        )
        if (readings.length === 1) assert.deepEqual(readings, [{ textBody }])
      })
    }

  it('is in no doubt where it is the same request in each', () => {
    for (const text of [
      `curl ${url}`,
      `curl -X POST ${url} -H "Accept: application/json" -d @body.json`,
      `curl -X POST '${url}' -H 'Authorization: Bearer abc' -d '{"textBody":"Hello"}'`,
      `curl -H 'Authorization: Bearer abc' '${url}'`,
      `curl -X POST "${url}" -d "{\\"textBody\\":\\"Hello\\"}"`
    ])
      assert.equal(exchangeOf(text).shellDoubt, undefined, text)
  })

  it('is in doubt where a doubled quote is one in PowerShell, and none in bash', () => {
    const exchange = exchangeOf(`curl -X POST '${url}' -d '{"textBody":"It''s"}'`)
    assert.deepEqual(bodyOf(exchange), { textBody: 'Its' })
    assert.equal(readFor(exchange), 'bash')
    assert.deepEqual(otherShells(exchange), ['powerShell'])
  })

  it('is in doubt where a caret in double quotes is lost in cmd', () => {
    const exchange = exchangeOf(`curl.exe -X POST "${url}" -d "{\\"textBody\\":\\"up^\\"}"`)
    assert.deepEqual(bodyOf(exchange), { textBody: 'up^' })
    assert.deepEqual(otherShells(exchange), ['cmd'])
  })

  it('is in doubt for each command on its own', () => {
    const plain = `curl -X POST '${url}' -d '{"textBody":"Hello"}'`
    const doubled = `curl -X POST '${url}' -d '{"textBody":"It''s"}'`
    assert.deepEqual(exchangesOf([plain, doubled].join('\n')).map(otherShells), [[], ['powerShell']])
  })

  it('is not told by what stands behind the command', () => {
    const exchange = exchangeOf(`curl -X POST '${url}' -d '{"textBody":"up^"}'\nand I get the status \`400\`\nWhy ^\n?`)
    assert.deepEqual(bodyOf(exchange), { textBody: 'up^' })
  })

  it('shows no token in what it would be in another shell', () => {
    const secret = 'kJ3aVeryOpaqueToken00'
    const text = `curl -X POST '${url}?access_token=${secret}' -H 'Authorization: Bearer ${secret}' -d '{"textBody":"It''s","token":"${secret}"}'`
    const exchange = exchangeOf(text)
    assert.deepEqual(otherShells(exchange), ['powerShell'])
    assert.ok(!JSON.stringify(exchange).includes(secret))
  })
})
