// node loadAndActivate.cjs <extension.js>: prints {loadMs, activateMs}, what the extension takes to load and then to activate, in a process that
// has no VS Code: what it gets for `vscode` answers everything and does nothing.
const Module = require('node:module')
require('./builtins.cjs')

/**
 * Something that can be read from, called, constructed and extended, without end.
 *
 * @returns {any}
 */
const anything = () => {
  const target = class {}
  /** @type {Map<string | symbol, unknown>} */
  const members = new Map()
  return new Proxy(target, {
    get: (_target, name) => {
      if (name === 'prototype') return target.prototype
      if (name === 'then') return undefined // It is no promise: `await` would never end.
      if (name === Symbol.toPrimitive) return () => ''
      if (name === Symbol.iterator) return () => [][Symbol.iterator]()
      if (!members.has(name)) members.set(name, anything())
      return members.get(name)
    },
    set: (_target, name, value) => Boolean(members.set(name, value)),
    apply: () => anything(),
    construct: (_target, _args, newTarget) => (newTarget.prototype === target.prototype ? anything() : Object.create(newTarget.prototype))
  })
}

/** The bundle copies the module's own members and keeps its prototype, so the members must be the prototype's. */
const vscode = Object.create(anything())

/** @type {any} */
const loader = Module
const load = loader._load
/** @type {(request: string, ...rest: unknown[]) => unknown} */
loader._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest))

const context = anything()
context.subscriptions.push = () => 0

const main = async () => {
  const [, , extensionFile] = process.argv
  if (extensionFile === undefined) throw new Error('Usage: node loadAndActivate.cjs <extension.js>')
  const begun = performance.now()
  const extension = require(extensionFile)
  const loaded = performance.now()
  await extension.activate(context)
  const activated = performance.now()
  console.log(JSON.stringify({ loadMs: loaded - begun, activateMs: activated - loaded }))
  // What an activated extension keeps waiting for must not keep this process.
  process.exit()
}

void main()
