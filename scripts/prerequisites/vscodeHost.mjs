import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../process/failure.mjs'
import { runQuietly } from '../process/run.mjs'
import { ensureCompiler } from './compiler.mjs'
import { vscodeHostRecipes } from './vscodeHostRecipes.mjs'

/** @typedef {import('./vscodeHostRecipes.mjs').VscodeVersion} VscodeVersion */

/**
 * @typedef {object} VscodeHost
 * @property {VscodeVersion} version
 * @property {string} node the Node.js that it runs on
 * @property {string} serverScript what that Node.js runs
 */

/** The file that makes an installed host a complete one: it holds the recipe that it was made from. */
const recipeFile = 'recipe.json'

/** @param {VscodeVersion} version */
const recipeText = (version) => JSON.stringify(vscodeHostRecipes[version], null, 2)

/**
 * @param {string} projectFolder
 * @returns {string} the folder that holds the hosts. GENESYS_MESSAGING_VSCODE_HOST names another one, to share it between checkouts
 */
const hostsFolder = (projectFolder) => process.env['GENESYS_MESSAGING_VSCODE_HOST'] || path.join(projectFolder, '.vscode-host')

/** @param {string} folder */
const serverFolder = (folder) => path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode')

/** @param {string} folder */
const nodeFolder = (folder) => path.join(folder, 'node_modules', `node-${process.platform}-${process.arch}`)

/**
 * @param {VscodeVersion} version
 * @param {string} folder
 * @returns {VscodeHost}
 */
const hostIn = (version, folder) => ({
  version,
  node: path.join(nodeFolder(folder), 'bin', 'node'),
  serverScript: path.join(serverFolder(folder), 'out', 'server-main.js')
})

/**
 * @param {VscodeVersion} version
 * @param {string} folder
 */
const isComplete = async (version, folder) => {
  try {
    return (await readFile(path.join(folder, recipeFile), 'utf8')) === recipeText(version)
  } catch {
    return false
  }
}

/** npm hands its own state to its scripts; another npm, in another folder, must not take it for its own. */
const npmEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|command|config_local_prefix)/.test(name)))

/**
 * @param {VscodeVersion} version
 * @param {string} folder an empty one
 * @param {AbortSignal | undefined} signal
 */
const install = async (version, folder, signal) => {
  const { packages, native, ripgrep } = vscodeHostRecipes[version]
  const server = serverFolder(folder)
  const env = npmEnvironment()
  const options = { env, signal }
  const npmInstall = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund']

  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }))
  await runQuietly('npm', npmInstall, { ...options, cwd: folder })
  await runQuietly('npm', [...npmInstall, '--no-save'], { ...options, cwd: server })
  await runQuietly('npm', ['rebuild', '--ignore-scripts=false', ...native], {
    ...options,
    cwd: server,
    env: { ...env, PATH: `${path.join(nodeFolder(folder), 'bin')}${path.delimiter}${env['PATH']}`, npm_config_nodedir: nodeFolder(folder) }
  })
  if (ripgrep !== undefined) {
    await cp(path.join(folder, 'node_modules', ripgrep, 'bin'), path.join(server, 'node_modules', '@vscode', 'ripgrep', 'bin'), {
      recursive: true
    })
  }
  const { node, serverScript } = hostIn(version, folder)
  await runQuietly(node, [serverScript, '--version'], options)
  await writeFile(path.join(folder, recipeFile), recipeText(version))
}

/** @param {string} processId */
const isRunning = (processId) => {
  try {
    return process.kill(Number(processId), 0)
  } catch {
    return false
  }
}

/**
 * Removes what installations that were cut short have left behind.
 *
 * @param {string} hosts
 */
const removeLeftovers = async (hosts) => {
  for (const name of await readdir(hosts)) {
    const processId = /\.installing-(\d+)$/.exec(name)?.[1]
    if (processId !== undefined && !isRunning(processId)) await rm(path.join(hosts, name), { recursive: true, force: true })
  }
}

/**
 * Makes sure that a VS Code server is there. It is installed beside its place and moved there when complete, so that an installation that was
 * cut short is never taken for a whole one.
 *
 * @param {VscodeVersion} version
 * @param {string} projectFolder
 * @param {AbortSignal | undefined} [signal]
 * @returns {Promise<VscodeHost>}
 */
export const ensureVscodeHost = async (version, projectFolder, signal) => {
  const hosts = hostsFolder(projectFolder)
  const folder = path.join(hosts, version)
  if (await isComplete(version, folder)) return hostIn(version, folder)

  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Failure(
      'The VS Code server can be installed on Linux (x64, arm64) only. Install VS Code with its `code` command on the PATH for `npm start`.'
    )
  }
  await ensureCompiler(signal)
  console.error(`Installing VS Code server ${version} (about 30 s)…`)
  await mkdir(hosts, { recursive: true })
  await removeLeftovers(hosts)
  const staging = path.join(hosts, `${version}.installing-${process.pid}`)
  await mkdir(staging)
  try {
    await install(version, staging, signal)
    if (!(await isComplete(version, folder))) {
      await rm(folder, { recursive: true, force: true })
      await rename(staging, folder)
    }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
  return hostIn(version, folder)
}
