import assert from 'node:assert/strict'
import { readCliProfiles, readEnvironment } from '../../../../src/genesys/import/cliProfiles'

const config = `
[DEFAULT]
environment = "mypurecloud.com"
client_credentials = "id-1"
client_secret = "secret-1"
access_token = ""
grant_type = "1"
oauth_token_data = '{"access_token":"t","expires_in":1}'

[tokyo]
environment = "ap_northeast_1"
access_token = "token-2"

[nowhere]
environment = "mypurecloud.example"
client_credentials = "id-3"
client_secret = "secret-3"

[half]
environment = "eu-west-1"
client_credentials = "id-4"
`

describe('the profiles of the official CLI', () => {
  it('give a region and the client, whose id stands under client_credentials', () => {
    const [first] = readCliProfiles(config).found
    assert.deepEqual(first && { ...first, region: first.region.name }, {
      name: 'DEFAULT',
      region: 'us-east-1',
      client: { id: 'id-1', secret: 'secret-1' },
      accessToken: undefined
    })
  })

  it('may name the region as AWS does, with underscores, and have only a token', () => {
    const tokyo = readCliProfiles(config).found[1]
    assert.deepEqual([tokyo?.region.domain, tokyo?.client, tokyo?.accessToken], ['mypurecloud.jp', undefined, 'token-2'])
  })

  it('are not taken to a host that is no region, nor without what is needed to connect, and say so', () => {
    assert.deepEqual(readCliProfiles(config).unusable, [
      { name: 'nowhere', why: '“mypurecloud.example” is no region of Genesys Cloud' },
      { name: 'half', why: 'it has neither a client with its secret nor an access token' }
    ])
  })

  it('are none in an empty file', () => {
    assert.deepEqual(readCliProfiles(''), { found: [], unusable: [] })
  })
})

describe('the environment’s variables', () => {
  const region = { GENESYSCLOUD_REGION: 'eu-central-1' }

  it('give the client, the token, or both', () => {
    const client = { GENESYSCLOUD_OAUTHCLIENT_ID: 'id-1', GENESYSCLOUD_OAUTHCLIENT_SECRET: 'secret-1' }
    const token = { GENESYSCLOUD_ACCESS_TOKEN: 'token-1' }
    assert.deepEqual(readEnvironment({ ...region, ...client })?.client, { id: 'id-1', secret: 'secret-1' })
    assert.equal(readEnvironment({ ...region, ...token })?.accessToken, 'token-1')
    assert.equal(readEnvironment({ ...region, ...client, ...token })?.region.domain, 'mypurecloud.de')
  })

  it('are nothing without a region, or with half a client', () => {
    assert.equal(readEnvironment({ GENESYSCLOUD_ACCESS_TOKEN: 'token-1' }), undefined)
    assert.equal(readEnvironment({ ...region, GENESYSCLOUD_OAUTHCLIENT_ID: 'id-1' }), undefined)
    assert.equal(readEnvironment({ GENESYSCLOUD_REGION: 'evil.example', GENESYSCLOUD_ACCESS_TOKEN: 'token-1' }), undefined)
  })
})
