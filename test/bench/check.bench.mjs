import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadBundle } from './support/bundle.mjs'
import { median, rounded } from './support/timing.mjs'

const budget = { minMegabytesPerSecond: 20, maxFileMs: 30 }
const treeBytes = 20_000_000
const rounds = 7
const fileRounds = 51
const linesOfFile = 10_000

/** Ordinary lines of a program around Genesys Cloud; the numbers make no two files alike. */
const ordinary = [
  (/** @type {number} */ n) => `import { queue${n}, type Participant${n} } from '../model/participant${n}'`,
  (/** @type {number} */ n) =>
    `export const conversationOf${n} = (participants: readonly Participant${n}[]): Conversation | undefined => {`,
  (/** @type {number} */ n) =>
    `  const connected = participants.filter(({ state, purpose }) => state === 'connected' && purpose !== 'acd${n}')`,
  () => '  // The agent who has been there the longest answers for the conversation.',
  (/** @type {number} */ n) =>
    `  if (connected.length > ${n % 7}) return { ...connected[0], name: "Agent ${n}", url: \`https://example.org/\${id}/${n}\` }`,
  (/** @type {number} */ n) =>
    `  for (const [key, value] of Object.entries(settings${n})) log.debug(\`conversation \${key} is \${value}\`)`,
  () => '  return undefined',
  () => '}',
  () => ''
]

/** Requests, of which two cannot work. One stands in every two hundred lines. */
const requests = [
  (/** @type {number} */ n) => `await axios.get(\`\${base}/api/v2/conversations/messages/\${conversationId${n}}\`)`,
  (/** @type {number} */ n) =>
    `await fetch('/api/v2/conversations/messages/agentless', { method: 'POST', body: JSON.stringify({ textBody: text${n} }) })`,
  (/** @type {number} */ n) =>
    `await conversationsApi.postConversationsMessagesAgentless({ fromAddress, toAddressMessengerType: 'sms', textBody: text${n} })`,
  (/** @type {number} */ n) => `await axios.post(\`\${base}/api/v2/conversations/\${id${n}}/participants\`, {})`,
  (/** @type {number} */ n) => `await axios.post('/api/v2/conversations/messaging/messages', { text: text${n}, conversationId })`
]

/**
 * @param {number} file
 * @param {number} lines
 */
const sourceOf = (file, lines) =>
  Array.from({ length: lines }, (_, line) => {
    const n = file * 31 + line
    const kinds = line % 200 === 199 ? requests : ordinary
    return (kinds[(line % 200 === 199 ? n : line) % kinds.length] ?? (() => ''))(n)
  }).join('\n')

/**
 * Writes the tree, in folders of fifty files.
 *
 * @param {string} folder
 */
const writeTree = async (folder) => {
  let bytes = 0
  for (let file = 0; bytes < treeBytes; file += 1) {
    const below = path.join(folder, `part${Math.floor(file / 50)}`)
    if (file % 50 === 0) await mkdir(below)
    const source = sourceOf(file, 400 + (file % 400))
    await writeFile(path.join(below, `file${file}.ts`), source)
    bytes += Buffer.byteLength(source)
  }
  return bytes
}

/** @param {() => Promise<unknown>} work */
const millisecondsOf = async (work) => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** `check` over a tree of 20 MB against reading the same files in the same run, turn by turn; and one file of 10,000 lines. */
export const measure = async () => {
  const { checkFiles, checkSource } = await loadBundle('check', ['cli/check/checkFiles', 'diagnosis/checkSource'])
  const folder = await mkdtemp(path.join(tmpdir(), 'check-bench-'))
  try {
    const bytes = await writeTree(folder)
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts')).map((name) => path.join(folder, name))

    const { problems } = await checkFiles([folder])
    if (problems.length === 0) throw new Error('The tree has requests that cannot work, and none is found.')

    const checkMs = []
    const readMs = []
    for (let round = 0; round < rounds; round += 1) {
      checkMs.push(await millisecondsOf(() => checkFiles([folder])))
      readMs.push(await millisecondsOf(() => Promise.all(files.map((file) => readFile(file, 'utf8')))))
    }

    const text = sourceOf(0, linesOfFile)
    const fileMs = []
    for (let round = 0; round < fileRounds; round += 1) fileMs.push(await millisecondsOf(() => Promise.resolve(checkSource(text))))

    const megabytesPerSecond = bytes / 1000 / median(checkMs)
    return {
      megabytes: rounded(bytes / 1_000_000),
      files: files.length,
      problems: problems.length,
      megabytesPerSecond: rounded(megabytesPerSecond),
      readingMegabytesPerSecond: rounded(bytes / 1000 / median(readMs)),
      ratioToReading: rounded(median(checkMs) / median(readMs)),
      fileOf10000LinesMs: rounded(median(fileMs)),
      rounds,
      budget,
      withinBudget: megabytesPerSecond >= budget.minMegabytesPerSecond && median(fileMs) <= budget.maxFileMs
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
