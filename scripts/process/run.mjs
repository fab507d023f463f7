import { spawn } from 'node:child_process'
import { Failure } from './failure.mjs'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {AbortSignal | undefined} [signal] ends the command
 */

/** On Windows, npm is a .cmd file, which only a shell can start. */
const shell = process.platform === 'win32'

/** How much of a failed command's output is worth showing, of its beginning and of its end. */
const shownCharacters = 2500

/** @param {string} output */
const shortened = (output) =>
  output.length <= 2 * shownCharacters ? output : `${output.slice(0, shownCharacters)}\n…\n${output.slice(-shownCharacters)}`

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {AbortSignal | undefined} signal asks the command to end, and waits until it has cleaned up behind itself
 * @returns {Promise<number | string>} its exit code, or the name of the signal that ended it
 */
const endOf = (child, signal) =>
  new Promise((resolve, reject) => {
    const askToEnd = () => void child.kill('SIGTERM')
    signal?.addEventListener('abort', askToEnd)
    child.once('error', reject)
    child.once('close', (code, endedBy) => {
      signal?.removeEventListener('abort', askToEnd)
      if (signal?.aborted) reject(signal.reason)
      else resolve(code ?? endedBy ?? 1)
    })
  })

/**
 * Runs a command to its end with its output shown as it comes.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 1 if a signal ended it
 */
export const runShown = async (command, args, { signal, ...options } = {}) => {
  signal?.throwIfAborted()
  const end = await endOf(spawn(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'], shell }), signal)
  return typeof end === 'number' ? end : 1
}

/**
 * Runs a command to its end and keeps its output. Throws a Failure that quotes the output if the command fails.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} what it wrote to stdout
 */
export const runQuietly = async (command, args, { signal, ...options } = {}) => {
  signal?.throwIfAborted()
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], shell })
  let stdout = ''
  let all = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
    all += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => (all += text))
  const end = await endOf(child, signal)
  if (end !== 0) throw new Failure(`${[command, ...args].join(' ')}\nended with ${end}:\n${shortened(all)}`)
  return stdout
}
