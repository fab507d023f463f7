import fc from 'fast-check'
import assert from 'node:assert/strict'
import { hostOf } from '../../../src/platform/operationUrl'
import { apiHost, loginHost, regionOfHost, regions } from '../../../src/platform/regions'

describe('the region of a host', () => {
  for (const region of regions)
    it(`is ${region.name} for its hosts`, () => {
      for (const host of [apiHost(region), loginHost(region), region.domain, `apps.${region.domain}`, `webmessaging.${region.domain}`])
        assert.equal(regionOfHost(host), region, host)
    })

  it('is told for the names that a region has beside its own', () => {
    assert.equal(regionOfHost('api.use1.pure.cloud')?.domain, 'mypurecloud.com')
    assert.equal(regionOfHost('api.euw1.pure.cloud')?.domain, 'mypurecloud.ie')
    assert.equal(regionOfHost('apps.euc1.pure.cloud')?.domain, 'mypurecloud.de')
    assert.equal(regionOfHost('login.apne1.pure.cloud')?.domain, 'mypurecloud.jp')
  })

  it('is told in any case, and of the URL of an operation', () => {
    assert.equal(regionOfHost('API.MyPureCloud.IE.')?.name, 'eu-west-1')
    assert.equal(regionOfHost(hostOf('https://api.mypurecloud.com.au:443/api/v2/users/me') ?? '')?.name, 'ap-southeast-2')
  })

  it('is not told for hosts that are only alike, or are no platform’s', () => {
    for (const host of [
      'api.mypurecloud.com.example.org',
      'apimypurecloud.com',
      'evil-mypurecloud.com',
      'api.pure.cloud',
      'api.euw9.pure.cloud',
      'api.us-east-1.mygenesys.com',
      'x.api.mypurecloud.com',
      '127.0.0.1',
      'localhost',
      'constructor',
      ''
    ])
      assert.equal(regionOfHost(host), undefined, host)
  })

  it('is undefined for whatever else is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (host) => {
        assert.equal(regionOfHost(`${host}.example.org`), undefined)
      })
    )
  })
})
