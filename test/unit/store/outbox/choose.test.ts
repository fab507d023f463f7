// Sends that look alike, looked for by two windows while their messages show themselves in any order.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { minutes } from '../../../../src/model/instant'
import { afterLook } from '../../../../src/store/outbox/afterLook'
import { isUntold } from '../../../../src/store/outbox/choose'
import type { Outcome, SendRecord } from '../../../../src/store/outbox/record'
import type { Sighting } from '../../../../src/store/outbox/sighting'
import { agent, conversation, customer, now } from '../../support/conversation'
import { ids } from '../../support/ids'

const seconds = (count: number): number => count * 1000

/** One send, and what becomes of it. */
interface Fate {
  /** When it leaves, in seconds. */
  readonly at: number
  readonly text: 'Hello' | 'Hello  '
  /** How long after it left its message can be read, in seconds; `undefined` when it is lost. */
  readonly shows: number | undefined
  readonly answer: 'none' | 'named' | 'unnamed'
}

/** A message that another program wrote. */
interface Stranger {
  readonly at: number
}

/** A window looks for a send, or judges by what it saw when it looked last. */
interface Step {
  readonly wait: number
  readonly window: number
  readonly send: number
}

interface Story {
  readonly fates: readonly Fate[]
  readonly strangers: readonly Stranger[]
  /** By how many seconds the platform’s clock is ahead. */
  readonly ahead: number
  readonly steps: readonly Step[]
}

const givesUpAfter = 16
const windows = [0, 1]
const idOf = (send: number): string => `m-${send}`

const isOpen = ({ outcome }: SendRecord): boolean => outcome.kind === 'unknown' && outcome.obstacle === undefined

/** The platform, the records that both windows share, and what each of them has seen. */
class World {
  readonly #story: Story
  readonly #records = new Map<number, SendRecord>()
  readonly #claims = new Map<string, string>()
  readonly #seen = new Map<string, { readonly sightings: readonly Sighting[]; readonly at: number }>()
  #time = 0

  constructor(story: Story) {
    this.#story = story
  }

  get records(): readonly SendRecord[] {
    return [...this.#records.values()]
  }

  /** What was told of a send in the end, and what is true. */
  ends(): readonly { readonly outcome: Outcome; readonly fate: Fate }[] {
    return this.#story.fates.map((fate, send) => ({ fate, outcome: this.#records.get(send)?.outcome ?? assert.fail('it was sent') }))
  }

  run(): void {
    for (const { wait, window, send } of this.#story.steps) {
      this.#pass(wait)
      this.#goOn(window, send)
    }
    for (let round = 0; round < 12; round++) {
      this.#pass(60)
      for (const window of windows)
        this.#story.fates.forEach((_fate, send) => {
          ;[0, 1].forEach(() => {
            this.#goOn(window, send)
          })
        })
    }
  }

  #pass(wait: number): void {
    for (let second = 0; second < wait; second++) {
      this.#time++
      this.#story.fates.forEach((fate, send) => {
        this.#happens(fate, send)
      })
    }
  }

  #happens({ at, text, shows, answer }: Fate, send: number): void {
    const moment = now + seconds(this.#time)
    const record = this.#records.get(send)
    if (this.#time === at)
      this.#records.set(send, {
        id: `send-${send}`,
        from: { connectionId: 'c-1', id: ids.conversation },
        recipient: 'Ada Berg',
        text,
        request: { method: 'POST', path: `/communications/${ids.agentLeg}/messages`, body: { textBody: text }, credential: 'user' },
        startedAt: moment,
        leaveBy: moment + seconds(90),
        trace: {
          kind: 'agentMessage',
          communicationId: ids.agentLeg,
          said: { kind: 'text', text },
          before: this.#visible().map(({ id }) => id)
        },
        outcome: { kind: 'prepared' }
      })
    if (record && this.#time === at + 1 && answer !== 'none' && shows !== undefined)
      this.#tell(send, {
        kind: 'accepted',
        at: moment,
        by: 'answer',
        messageId: answer === 'named' ? idOf(send) : undefined,
        deliveries: []
      })
    if (record?.outcome.kind === 'prepared' && this.#time === at + givesUpAfter)
      this.#tell(send, { kind: 'unknown', why: 'No answer came.', leftUntil: moment })
  }

  /** What can be read on the platform at this moment. */
  #visible(): readonly Sighting[] {
    const { fates, strangers, ahead } = this.#story
    const messages = [
      ...fates.flatMap(({ at, shows, text }, send) => (shows === undefined ? [] : [{ id: idOf(send), at, text, from: at + shows }])),
      ...strangers.map(({ at }, stranger) => ({ id: `s-${stranger}`, at, text: 'Hello', from: at }))
    ]
    const read = conversation([customer(), agent()])
    const participant = read.participants[1] ?? assert.fail('there is an agent')
    const leg = participant.legs[0] ?? assert.fail('the agent is connected')
    return messages
      .filter(({ from }) => from < this.#time)
      .map(({ id, at, text }) => ({
        made: 'message',
        id,
        conversation: read,
        participant,
        leg,
        at: now + seconds(at + ahead),
        foundBy: undefined,
        content: { text, attachments: [] }
      }))
  }

  #goOn(window: number, send: number): void {
    const key = `${window} ${send}`
    const record = this.#records.get(send)
    const seen = this.#seen.get(key)
    this.#seen.delete(key)
    if (record?.outcome.kind !== 'unknown' || !isOpen(record)) return
    if (!seen) {
      this.#seen.set(key, { sightings: this.#visible(), at: now + seconds(this.#time) })
      return
    }
    const judged = afterLook(
      record,
      record.outcome,
      { sightings: seen.sightings, gap: undefined },
      { all: this.records, claims: this.#claims, now: seen.at, lookedFrom: record.startedAt, waited: Infinity }
    )
    if (judged.kind === 'told') this.#tell(send, judged.outcome)
    else {
      if (!this.#claims.has(judged.id)) this.#claims.set(judged.id, record.id)
      this.#tell(send, this.#claims.get(judged.id) === record.id ? judged.outcome : judged.otherwise)
    }
  }

  #tell(send: number, outcome: Outcome): void {
    const record = this.#records.get(send)
    if (record) this.#records.set(send, { ...record, outcome })
    const told = this.records.flatMap(({ outcome: { kind }, outcome: known }) =>
      kind === 'accepted' && known.kind === 'accepted' ? (known.messageId ?? []) : []
    )
    assert.equal(new Set(told).size, told.length, 'no message is told of two sends')
    if (outcome.kind === 'absent') assert.equal(this.#story.fates[send]?.shows, undefined, 'what is there is not said to be absent')
  }
}

const fate = fc.record({
  at: fc.integer({ min: 1, max: 240 }),
  text: fc.constantFrom('Hello' as const, 'Hello  ' as const),
  shows: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
  answer: fc.constantFrom('none' as const, 'none' as const, 'none' as const, 'named' as const, 'unnamed' as const)
})

const storyOf = (given: { readonly fates: fc.Arbitrary<Fate[]>; readonly strangers: fc.Arbitrary<Stranger[]> }): fc.Arbitrary<Story> =>
  fc.record({
    ...given,
    ahead: fc.integer({ min: -minutes(9) / 1000, max: minutes(9) / 1000 }),
    steps: fc.array(
      fc.record({
        wait: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
        window: fc.constantFrom(...windows),
        send: fc.nat({ max: 3 })
      }),
      { maxLength: 60 }
    )
  })

const someFates = fc.array(fate, { minLength: 1, maxLength: 4 })
const noStrangers = fc.constant<Stranger[]>([])
const strangers = fc.array(fc.record({ at: fc.integer({ min: 1, max: 300 }) }), { maxLength: 2 })

const ended = (story: Story): ReturnType<World['ends']> => {
  const world = new World(story)
  world.run()
  assert.ok(
    world.records.every((record) => record.outcome.kind !== 'prepared' && !isOpen(record)),
    'all are settled in the end'
  )
  return world.ends()
}

describe('Sends that look alike', () => {
  it('are never said to be absent where one is there, nor told of one message, and are settled in the end', () => {
    fc.assert(
      fc.property(storyOf({ fates: someFates, strangers }), (story) => {
        ended(story)
      }),
      { numRuns: 400 }
    )
  })

  it('are all found when all of them arrive, in whichever order they show themselves', () => {
    const arriving = fc.array(
      fc.record({
        at: fc.integer({ min: 1, max: 240 }),
        text: fc.constant('Hello' as const),
        shows: fc.nat({ max: 120 }),
        answer: fc.constant('none' as const)
      }),
      { minLength: 1, maxLength: 4 }
    )
    fc.assert(
      fc.property(storyOf({ fates: arriving, strangers: noStrangers }), (story) => {
        for (const { outcome } of ended(story)) assert.equal(outcome.kind, 'accepted')
      }),
      { numRuns: 150 }
    )
  })

  it('are all said to be absent when none of them arrives', () => {
    const lost = someFates.map((fates) => fates.map((each): Fate => ({ ...each, shows: undefined })))
    fc.assert(
      fc.property(storyOf({ fates: lost, strangers: noStrangers }), (story) => {
        for (const { outcome } of ended(story)) assert.equal(outcome.kind, 'absent')
      }),
      { numRuns: 80 }
    )
  })

  const story = (fates: readonly Fate[]): Story => ({ fates, strangers: [], ahead: 0, steps: [] })
  const silent = { text: 'Hello', answer: 'none' } as const
  const words = (given: Story): readonly string[] =>
    ended(given).map(({ outcome }) => (outcome.kind === 'accepted' ? outcome.by : outcome.kind))

  it('of which the older shows itself later are both found', () => {
    assert.deepEqual(
      words(
        story([
          { ...silent, at: 1, shows: 110 },
          { ...silent, at: 4, shows: 0 }
        ])
      ),
      ['found', 'found']
    )
  })

  it('of which one arrived are told as one that probably did, and one of which nobody knows', () => {
    for (const shows of [10, 50, 119]) {
      const [first, second] = [
        { ...silent, at: 1, shows },
        { ...silent, at: 4, shows }
      ]
      assert.deepEqual(words(story([first, { ...second, shows: undefined }])), ['likely', 'unknown'])
      assert.deepEqual(words(story([{ ...first, shows: undefined }, second])), ['likely', 'unknown'])
    }
  })

  it('are told apart when the message of one was there before the other left', () => {
    const [first, second] = [
      { ...silent, at: 1, shows: 1 },
      { ...silent, at: 4, shows: undefined }
    ]
    assert.deepEqual(words(story([first, second])), ['found', 'absent'])
  })

  it('where one has no name in its answer leave one of two messages to the other', () => {
    const unnamed = { at: 1, text: 'Hello', shows: 10, answer: 'unnamed' } as const
    assert.deepEqual(words(story([unnamed, { ...silent, at: 4, shows: 60 }])), ['answer', 'found'])
  })

  it('are rivals only as long as nothing is told of them', () => {
    const world = new World(
      story([
        { ...silent, at: 1, shows: 0, answer: 'named' },
        { ...silent, at: 2, shows: undefined }
      ])
    )
    world.run()
    assert.deepEqual(world.records.map(isUntold), [false, false])
    assert.deepEqual(
      world.ends().map(({ outcome }) => outcome.kind),
      ['accepted', 'absent']
    )
  })
})
