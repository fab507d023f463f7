// Requests at a steady rate, whether or not the answers keep up: what a slow server delays is counted from when it should have been asked.
import { Agent, request } from 'node:http'
import { median, rounded } from './timing.mjs'

/** @typedef {{ readonly method: string, readonly path: string, readonly headers: Record<string, string>, readonly body?: string }} Asked */

const tickMs = 4

/**
 * @param {string} url
 * @param {Asked} asked
 * @param {Agent} agent
 * @returns {Promise<{ readonly status: number, readonly text: string }>}
 */
export const ask = (url, { method, path, headers, body }, agent) =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
    const outgoing = request(`${url}${path}`, { method, agent, headers: { ...headers, ...length } }, (response) => {
      /** @type {Buffer[]} */
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }))
      response.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })

/** In turn, so that no connection is idle for so long that the server closes it under a request. */
export const newAgent = () => new Agent({ keepAlive: true, maxSockets: 128, scheduling: 'fifo' })

/** @param {readonly number[]} sorted @param {number} share */
const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** @param {number[]} times */
const spread = (times) => {
  const sorted = [...times].sort((a, b) => a - b)
  return {
    p50: rounded(median(sorted)),
    p95: rounded(percentile(sorted, 0.95)),
    p99: rounded(percentile(sorted, 0.99)),
    max: rounded(sorted.at(-1) ?? Number.NaN)
  }
}

/**
 * @param {string} url
 * @param {() => { readonly kind: string, readonly asked: Asked }} next the request to make now
 * @param {{ readonly perSecond: number, readonly seconds: number }} rate
 */
export const runLoad = async (url, next, { perSecond, seconds }) => {
  const agent = newAgent()
  const total = perSecond * seconds
  /** @type {Map<string, number[]>} */
  const times = new Map()
  /** @type {Map<string, number>} */
  const errors = new Map()
  /** @type {Promise<void>[]} */
  const answers = []
  const begun = performance.now()

  /** @param {number} due */
  const askOne = async (due) => {
    const { kind, asked } = next()
    /** @param {string} reason */
    const fail = (reason) => errors.set(`${kind}: ${reason}`, (errors.get(`${kind}: ${reason}`) ?? 0) + 1)
    try {
      const { status, text } = await ask(url, asked, agent)
      if (status >= 400) fail(`${status} ${JSON.parse(text).code}`)
      const known = times.get(kind) ?? []
      times.set(kind, known)
      known.push(performance.now() - due)
    } catch (error) {
      fail(String(error))
    }
  }

  await new Promise((resolve) => {
    const timer = setInterval(() => {
      const wanted = Math.min(total, Math.floor(((performance.now() - begun) / 1000) * perSecond))
      while (answers.length < wanted) answers.push(askOne(begun + (answers.length * 1000) / perSecond))
      if (answers.length < total) return
      clearInterval(timer)
      resolve(undefined)
    }, tickMs)
  })
  await Promise.all(answers)
  const elapsed = (performance.now() - begun) / 1000
  agent.destroy()
  return {
    requestsPerSecond: rounded(total / elapsed),
    latencyMs: spread([...times.values()].flat()),
    medianMsByKind: Object.fromEntries([...times].map(([kind, all]) => [kind, rounded(median(all))])),
    errors: Object.fromEntries(errors)
  }
}
