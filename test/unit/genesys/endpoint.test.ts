import assert from 'node:assert/strict'
import { apiOrigin, loginOrigin, regionEndpoint } from '../../../src/genesys/endpoint'

describe('where an organisation answers', () => {
  it('is under its region’s domain', () => {
    const endpoint = regionEndpoint('eu-west-1')
    assert.ok(endpoint)
    assert.deepEqual([apiOrigin(endpoint), loginOrigin(endpoint)], ['https://api.mypurecloud.ie', 'https://login.mypurecloud.ie'])
  })

  it('is no host that somebody made up', () => {
    for (const name of ['', 'mypurecloud.com', 'eu-west-9', 'evil.example', 'EU-WEST-1', 'constructor'])
      assert.equal(regionEndpoint(name), undefined)
  })

  it('is this machine and no other, for the sandbox', () => {
    const endpoint = { kind: 'loopback', port: 8700 } as const
    assert.deepEqual([apiOrigin(endpoint), loginOrigin(endpoint)], ['http://127.0.0.1:8700', 'http://127.0.0.1:8700'])
  })
})
