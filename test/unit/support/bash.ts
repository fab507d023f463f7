import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Prints its arguments, each ended by a zero byte, and another zero byte when there are no more. No argument can hold one, and none is empty here. */
const stub = `#!/bin/bash
printf '%s\\0' "$@"
printf '\\0'
`

/** A folder with a `curl` in it that sends nothing: it prints the arguments that it was called with. */
export class StubCurl {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'stub-curl-'))

  constructor() {
    const file = path.join(this.#folder, 'curl')
    writeFileSync(file, stub)
    chmodSync(file, 0o755)
  }

  /** Runs commands in a bash of its own; answers with the arguments of each call of curl. */
  argumentsOf(commands: readonly string[]): readonly (readonly string[])[] {
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc'], {
      input: commands.join('\n'),
      env: { ...process.env, PATH: `${this.#folder}${path.delimiter}${process.env['PATH'] ?? ''}` },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024
    })
    assert.equal(stderr, '')
    assert.equal(status, 0)
    return stdout
      .split('\0\0')
      .slice(0, -1)
      .map((call) => call.split('\0'))
  }

  dispose(): void {
    rmSync(this.#folder, { recursive: true })
  }
}
