import assert from 'node:assert/strict'
import type { Reply } from '../../../../src/genesys/api'
import { readChannel, renewalAfter } from '../../../../src/genesys/notifications/channel'
import { subscribe } from '../../../../src/genesys/notifications/subscribe'
import { PlatformError } from '../../../../src/genesys/platformError'
import { hours } from '../../../../src/model/instant'
import { now } from '../../support/conversation'
import { answer, failing, refusal } from '../../support/platform'

const body = { id: 'channel-1', connectUri: 'wss://streaming.example/channels/channel-1', expires: new Date(now + hours(24)).toISOString() }

describe('a notification channel', () => {
  it('is renewed well before its 24 hours are over', () => {
    assert.equal(readChannel(body, now, false).renewAt, now + hours(22))
    assert.equal(readChannel({ ...body, expires: undefined }, now, false).renewAt, now + hours(22))
    assert.equal(renewalAfter(now), now + hours(22))
  })

  it('is refused when its websocket is not encrypted, but on this machine', () => {
    const plain = { ...body, connectUri: 'ws://127.0.0.1:8700/channels/channel-1' }
    assert.throws(() => readChannel(plain, now, false), /its websocket is not encrypted/)
    assert.equal(readChannel(plain, now, true).connectUri, plain.connectUri)
    assert.throws(() => readChannel({ ...body, connectUri: 'file:///etc/passwd' }, now, true), PlatformError)
  })
})

describe('a subscription', () => {
  const never = new AbortController().signal

  /** A platform that refuses every list with one of these topics in it. */
  const refusing = (bad: readonly string[], code: string) => {
    const requests: (readonly string[])[] = []
    const heard = new Set<string>()
    return {
      requests,
      heard,
      subscribe: (_channel: string, topics: readonly string[]): Promise<Reply> => {
        requests.push(topics)
        if (topics.some((topic) => bad.includes(topic))) return failing(refusal(400, code))
        for (const topic of topics) heard.add(topic)
        return answer({ entities: topics.map((id) => ({ id, state: 'Permitted' })) })
      }
    }
  }

  it('is one request for many topics, and tells which the platform rejects', async () => {
    const rejected = { id: 'b', state: 'Rejected', missingPermissions: ['conversation:communication:view'] }
    const api = { subscribe: () => answer({ entities: [{ id: 'a', state: 'Permitted' }, rejected] }) }
    assert.deepEqual(await subscribe(api, 'channel-1', ['a', 'b'], never), [
      { topic: 'b', why: 'missing: conversation:communication:view' }
    ])
  })

  it('leaves the topic out for which the platform refuses all of them', async () => {
    const platform = refusing(['d'], 'notification.invalid.topic')
    const refused = await subscribe(platform, 'channel-1', ['a', 'b', 'c', 'd', 'e'], never)
    assert.deepEqual(
      refused.map(({ topic }) => topic),
      ['d']
    )
    assert.match(refused[0]?.why ?? '', /notification\.invalid\.topic/)
    assert.deepEqual([...platform.heard].sort(), ['a', 'b', 'c', 'e'])
  })

  it('fails as a whole when it is not about a topic', async () => {
    const platform = refusing(['a'], 'notification.unable.to.get.channel.id')
    await assert.rejects(subscribe(platform, 'channel-1', ['a', 'b'], never), /unable\.to\.get\.channel/)
    assert.equal(platform.requests.length, 1)
  })
})
