import { outline, sdkVersion } from 'sdk:operations'
import { isVariable } from './operationUrl'

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
}

const newBranch = (): Branch => ({ literals: new Map(), variables: new Map(), methods: [] })

const readOutline = (): Branch => {
  const root = newBranch()
  const trail = [root]
  for (const line of outline.split('\n')) {
    const [depth = '0', segment = '', methods] = line.split(' ')
    const parent = trail[Number(depth)] ?? root
    const branch = newBranch()
    branch.methods = methods?.split(',') ?? []
    if (segment.startsWith('{')) parent.variables.set(segment.slice(1, -1), branch)
    else parent.literals.set(segment, branch)
    trail[Number(depth) + 1] = branch
  }
  return root
}

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

const operationTree = once(readOutline)
const prefix = '/api/v2'

interface PathMatch {
  readonly path: string
  readonly methods: readonly string[]
  readonly parameters: ReadonlyMap<string, string>
}

/** Every template that `segments` fits, literal segments before variables. */
function* matches(
  branch: Branch,
  segments: readonly string[],
  path: string,
  parameters: readonly (readonly [string, string])[]
): Generator<PathMatch> {
  const [segment, ...rest] = segments
  if (segment === undefined) {
    if (branch.methods.length > 0) yield { path, methods: branch.methods, parameters: new Map(parameters) }
    return
  }
  const literal = isVariable(segment) ? undefined : branch.literals.get(segment.toLowerCase())
  if (literal) yield* matches(literal, rest, `${path}/${segment.toLowerCase()}`, parameters)
  for (const [name, next] of branch.variables) yield* matches(next, rest, `${path}/{${name}}`, [...parameters, [name, segment]])
}

const matchesOf = (apiPath: string): Iterable<PathMatch> =>
  apiPath.startsWith(`${prefix}/`) ? matches(operationTree(), apiPath.slice(prefix.length + 1).split('/'), prefix, []) : []

/** The operation that `method` and `apiPath` name, by the locked SDK; `undefined` when the published API has none. */
export const findOperation = (method: string, apiPath: string): OperationMatch | undefined => {
  for (const { path, methods, parameters } of matchesOf(apiPath)) {
    if (methods.includes(method.toUpperCase())) return { method: method.toUpperCase(), path, parameters }
  }
  return undefined
}

/** The operations that the published API has for this very path, with any method. A word that stands for itself goes before one that is a value. */
export const operationsAt = (apiPath: string): readonly Operation[] => {
  const [best] = matchesOf(apiPath)
  return best?.methods.map((method) => ({ method, path: best.path })) ?? []
}

function* listOf(branch: Branch, path: string): Generator<Operation> {
  for (const method of branch.methods) yield { method, path }
  for (const [segment, next] of branch.literals) yield* listOf(next, `${path}/${segment}`)
  for (const [name, next] of branch.variables) yield* listOf(next, `${path}/{${name}}`)
}

/** All operations of the locked SDK, about 3,300. */
export const allOperations = once((): readonly Operation[] => [...listOf(operationTree(), prefix)])
