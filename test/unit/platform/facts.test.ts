import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { agentlessChannels, channelLabel, findChannel, outboundChannels } from '../../../src/platform/channels'
import { apiHost, loginHost, regions } from '../../../src/platform/regions'
import { sources } from '../../../src/platform/sources'
import { installedSdkVersion } from '../support/sdkSources'

const sdkFile = (file: string): string => {
  const manifest = createRequire(path.resolve('package.json')).resolve('purecloud-platform-client-v2/package.json')
  return readFileSync(path.join(path.dirname(manifest), file), 'utf8')
}

describe('the channels', () => {
  it('that agentless takes are those of its model, and Facebook and Instagram are not among them', () => {
    assert.deepEqual([...agentlessChannels].sort(), ['apple', 'open', 'sms', 'webmessaging', 'whatsapp'])
  })

  it('that an outbound conversation takes are three, and web messaging is not among them', () => {
    assert.deepEqual([...outboundChannels].sort(), ['open', 'sms', 'whatsapp'])
  })

  it('are known in any case, and shown raw when they are not known', () => {
    assert.equal(findChannel('WebMessaging')?.messengerType, 'webmessaging')
    assert.equal(channelLabel('webmessaging'), 'web messaging')
    assert.equal(channelLabel('viber'), 'viber')
    assert.equal(channelLabel(undefined), 'channel not known')
    assert.equal(findChannel('constructor'), undefined)
  })

  it('take less text on SMS than on any other channel', () => {
    assert.equal(findChannel('sms')?.textLimit, 765)
    assert.equal(findChannel('webmessaging')?.textLimit, 3999)
  })
})

describe('the regions', () => {
  it('are those of the installed SDK', () => {
    const hosts = [...sdkFile('src/purecloud-platform-client-v2/PureCloudRegionHosts.js').matchAll(/(\w+)\s*:\s*'([^']+)'/g)]
    assert.ok(hosts.length > 10, 'the SDK’s list is read')
    assert.deepEqual(
      regions.map(({ name, domain }) => `${name} ${domain}`).sort(),
      hosts.map(([, name = '', domain = '']) => `${name.replaceAll('_', '-')} ${domain}`).sort()
    )
  })

  it('have their hosts under their domain', () => {
    const [first] = regions
    assert.ok(first)
    assert.deepEqual([apiHost(first), loginHost(first)], ['api.mypurecloud.com', 'login.mypurecloud.com'])
  })
})

describe('the sources', () => {
  it('name the SDK in the version that is built in', () => {
    assert.match(sources.sdk.label, new RegExp(`^purecloud-platform-client-v2 ${installedSdkVersion().replaceAll('.', '\\.')}:`))
  })

  it('each have a label and an address', () => {
    for (const { label, url } of Object.values(sources)) {
      assert.notEqual(label, '')
      assert.match(url ?? '', /^https:\/\//)
    }
  })
})
