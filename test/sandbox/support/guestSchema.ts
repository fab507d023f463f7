// The published schema of the guest’s frames, where this machine has it: a folder beside the project, which the project does not need.
import { Ajv, type ValidateFunction } from 'ajv'
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { frameObservers, type Frame } from './guest'

const file = path.resolve('..', 'shared', 'domain', 'guest-protocol.json')

/** The schema’s name of what a class of frames carries, where it is not the class itself. */
const bodyNames: Readonly<Record<string, string>> = { StructuredMessage: 'CleanMessage' }

type Checks = (name: string) => ValidateFunction

const checksOf = (): Checks | undefined => {
  if (!existsSync(file)) return undefined
  const { definitions } = JSON.parse(readFileSync(file, 'utf8')) as { readonly definitions: Readonly<Record<string, object>> }
  const ajv = new Ajv({ strict: false, validateFormats: false })
  ajv.addSchema({ definitions }, 'guest')
  return (name) => {
    const check = ajv.getSchema(`guest#/definitions/${name}`)
    assert.ok(check, `the schema has ${name}`)
    return check
  }
}

const faultsOf = (checks: Checks, frame: Frame): readonly string[] => {
  // The schema says that every body is an object; those of the class `string` are texts.
  const isText = frame.class === 'string'
  const parts: readonly (readonly [name: string, value: unknown])[] = [
    ['BaseMessage', isText ? { ...frame, body: {} } : frame],
    ...(isText ? [] : [[bodyNames[frame.class] ?? frame.class, frame.body] as const])
  ]
  const faults = parts.flatMap(([name, value]) => {
    const check = checks(name)
    return check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message ?? ''}`)
  })
  return isText && typeof frame.body !== 'string' ? [...faults, 'a body of the class string is a text'] : faults
}

/** Checks every frame that a guest gets in this suite against the published schema. */
export const eachFrameFitsTheSchema = (): void => {
  const checks = checksOf()
  const found: string[] = []
  const observe = (frame: Frame): void => {
    if (checks) found.push(...faultsOf(checks, frame).map((fault) => `${fault}: ${JSON.stringify(frame)}`))
  }
  before(function () {
    if (checks === undefined) process.stdout.write(`    Not checked against the published schema of frames: ${file} is not there.\n`)
    frameObservers.add(observe)
  })
  afterEach(() => {
    assert.deepEqual(found.splice(0), [])
  })
  after(() => {
    frameObservers.delete(observe)
  })
}
