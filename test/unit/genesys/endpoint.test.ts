import assert from 'node:assert/strict'
import { addedEndpoint, apiOrigin, loginOrigin, regionEndpoint } from '../../../src/genesys/endpoint'

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

describe('a host that a person adds', () => {
  it('is a domain, whose hosts are named as a region’s are', () => {
    const endpoint = addedEndpoint(' Example.COM ')
    assert.ok(endpoint)
    assert.deepEqual([apiOrigin(endpoint), loginOrigin(endpoint)], ['https://api.example.com', 'https://login.example.com'])
  })

  it('is a port of this machine, without TLS', () => {
    for (const host of ['localhost:8700', '127.0.0.1:8700']) {
      const endpoint = addedEndpoint(host)
      assert.ok(endpoint)
      assert.deepEqual([apiOrigin(endpoint), loginOrigin(endpoint)], [`http://${host}`, `http://${host}`])
    }
  })

  it('is nothing that could lead a token elsewhere', () => {
    for (const text of [
      '',
      'localhost',
      'localhost:0',
      'localhost:70000',
      'localhost:80/path',
      'example.com:8443',
      'https://example.com',
      'user@example.com',
      'example.com/x',
      'example.com#',
      '10.0.0.1',
      '192.168.1.1:80',
      'localhost:80@evil.example',
      '127.0.0.1.evil.example:80'
    ])
      assert.equal(addedEndpoint(text), undefined, text)
  })
})
