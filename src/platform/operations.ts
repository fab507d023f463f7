import { outline, sdkVersion } from 'sdk:operations'
import { once } from './once'
import { isVariable } from './templateVariable'

export { sdkVersion }

/** One endpoint of the published API. */
export interface Operation {
  readonly method: string
  /** With its variables, for example `/api/v2/conversations/messages/{conversationId}`. */
  readonly path: string
}

/** An operation that a request names, with the values it has for the path's variables. */
export interface OperationMatch extends Operation {
  readonly parameters: ReadonlyMap<string, string>
}

interface Branch {
  readonly literals: Map<string, Branch>
  readonly variables: Map<string, Branch>
  methods: readonly string[]
  /** Those of the methods whose operation is deprecated. */
  deprecated: readonly string[]
}

const newBranch = (): Branch => ({ literals: new Map(), variables: new Map(), methods: [], deprecated: [] })

const readOutline = (): Branch => {
  const root = newBranch()
  const trail = [root]
  for (const line of outline.split('\n')) {
    const [depth = '0', segment = '', methods] = line.split(' ')
    const parent = trail[Number(depth)] ?? root
    const branch = newBranch()
    const marked = methods?.split(',') ?? []
    branch.methods = marked.map((method) => method.replace('!', ''))
    branch.deprecated = marked.filter((method) => method.endsWith('!')).map((method) => method.slice(0, -1))
    if (segment.startsWith('{')) parent.variables.set(segment.slice(1, -1), branch)
    else parent.literals.set(segment, branch)
    trail[Number(depth) + 1] = branch
  }
  return root
}

const operationTree = once(readOutline)
const prefix = '/api/v2'

/** A segment of a template, and the segment of a path that stands there. */
interface Step {
  readonly template: string
  readonly given: string
}

interface PathMatch {
  readonly branch: Branch
  /** From the last segment to the first. */
  readonly steps: Step[]
}

const taking = (step: Step, match: PathMatch | undefined): PathMatch | undefined => {
  match?.steps.push(step)
  return match
}

/** The first template that `segments` from `at` on fit, and whose methods are accepted. A literal segment goes before a variable. */
const firstMatch = (
  branch: Branch,
  segments: readonly string[],
  at: number,
  accepts: (methods: readonly string[]) => boolean
): PathMatch | undefined => {
  const given = segments[at]
  if (given === undefined) return accepts(branch.methods) ? { branch, steps: [] } : undefined
  const template = given.toLowerCase()
  const literal = isVariable(given) ? undefined : branch.literals.get(template)
  const match = literal && taking({ template, given }, firstMatch(literal, segments, at + 1, accepts))
  if (match) return match
  for (const [name, next] of branch.variables) {
    const behind = taking({ template: `{${name}}`, given }, firstMatch(next, segments, at + 1, accepts))
    if (behind) return behind
  }
  return undefined
}

const matchOf = (apiPath: string, accepts: (methods: readonly string[]) => boolean): PathMatch | undefined =>
  apiPath.startsWith(`${prefix}/`) ? firstMatch(operationTree(), apiPath.slice(prefix.length + 1).split('/'), 0, accepts) : undefined

const templateOf = ({ steps }: PathMatch): string => steps.reduceRight((path, { template }) => `${path}/${template}`, prefix)

const parametersOf = ({ steps }: PathMatch): ReadonlyMap<string, string> => {
  const parameters = new Map<string, string>()
  for (const { template, given } of steps.toReversed()) if (template.startsWith('{')) parameters.set(template.slice(1, -1), given)
  return parameters
}

/** The operation that `method` and `apiPath` name, by the locked SDK; `undefined` when the published API has none. */
export const findOperation = (method: string, apiPath: string): OperationMatch | undefined => {
  const wanted = method.toUpperCase()
  const match = matchOf(apiPath, (methods) => methods.includes(wanted))
  return match && { method: wanted, path: templateOf(match), parameters: parametersOf(match) }
}

/** True for an operation that the SDK calls deprecated. `path` is the template. */
export const isDeprecated = ({ method, path }: Operation): boolean =>
  matchOf(path, (methods) => methods.includes(method))?.branch.deprecated.includes(method) === true

/** The operations that the published API has for this very path, with any method. A word that stands for itself goes before one that is a value. */
export const operationsAt = (apiPath: string): readonly Operation[] => {
  const match = matchOf(apiPath, (methods) => methods.length > 0)
  if (match === undefined) return []
  const path = templateOf(match)
  return match.branch.methods.map((method) => ({ method, path }))
}

function* listOf(branch: Branch, path: string): Generator<Operation> {
  for (const method of branch.methods) yield { method, path }
  for (const [segment, next] of branch.literals) yield* listOf(next, `${path}/${segment}`)
  for (const [name, next] of branch.variables) yield* listOf(next, `${path}/{${name}}`)
}

/** All operations of the locked SDK, about 3,300. */
export const allOperations = once((): readonly Operation[] => [...listOf(operationTree(), prefix)])
