import { once } from './once'
import { allOperations } from './operations'
import { isVariable } from './templateVariable'

interface Branch {
  readonly literals: Map<string, Branch>
  readonly variables: Branch[]
  readonly methods: Set<string>
}

const newBranch = (): Branch => ({ literals: new Map(), variables: [], methods: new Set() })

const operationTree = once((): Branch => {
  const root = newBranch()
  for (const { method, path } of allOperations()) {
    let at = root
    for (const segment of path.split('/').slice(3)) {
      if (segment.startsWith('{')) {
        // One branch for all of a segment's variables: what they are called does not matter here.
        const [variable = newBranch()] = at.variables
        if (at.variables.length === 0) at.variables.push(variable)
        at = variable
      } else {
        const literal = at.literals.get(segment) ?? newBranch()
        at.literals.set(segment, literal)
        at = literal
      }
    }
    at.methods.add(method)
  }
  return root
})

/** The words of all paths: where one of them is written, no value is meant. */
const words = once((): ReadonlySet<string> => {
  const found = allOperations().flatMap(({ path }) => path.split('/').slice(3))
  return new Set(found.filter((segment) => !segment.startsWith('{')))
})

/** True for a variable that is named as an id: a value stands there, and no word of the path. */
const isId = (segment: string): boolean => /(?:id|uuid|guid|key)\}$/i.test(segment)

const branchesFor = (branch: Branch, segment: string): readonly Branch[] => {
  if (isVariable(segment)) return isId(segment) ? branch.variables : [...branch.literals.values(), ...branch.variables]
  // A segment that is a variable in part may be anything.
  if (/[{}]/.test(segment)) return [...branch.literals.values(), ...branch.variables]
  const literal = branch.literals.get(segment.toLowerCase())
  if (literal) return [literal]
  return words().has(segment.toLowerCase()) ? [] : branch.variables
}

/**
 * True when a path of which not all is known may be an operation’s: a variable that is not named as an id may stand for a word of the path, and at
 * its end for several. With `openEnded`, more may follow. Without a method, any will do.
 */
export const mayBeOperation = (method: string | undefined, apiPath: string, openEnded: boolean): boolean => {
  const segments = apiPath.split('/').slice(3)
  const last = segments.at(-1) ?? ''
  let branches: readonly Branch[] = [operationTree()]
  for (const segment of segments) branches = branches.flatMap((branch) => branchesFor(branch, segment))
  if (openEnded || (isVariable(last) && !isId(last))) return branches.length > 0
  return branches.some(({ methods }) => (method === undefined ? methods.size > 0 : methods.has(method)))
}
