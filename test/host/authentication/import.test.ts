import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { importOne } from '../../../src/editor/commands/import/importOne'
import { hasImports, readImports } from '../../../src/editor/commands/import/sources'
import { Connection } from '../../../src/genesys/connection'
import { regions } from '../../../src/platform/regions'
import { realMeans } from '../../support/means'
import { openOrganisation, type Organisation } from './organisation'

const config = `[DEFAULT]
environment = "mypurecloud.ie"
client_credentials = "id-1"
client_secret = "canary-secret"

[nowhere]
environment = "mypurecloud.example"
access_token = "canary-token"
`

describe('What other tools have configured', () => {
  let home: string
  const file = () => path.join(home, '.gc', 'config.toml')

  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'gmi-home-'))
  })
  afterEach(() => rm(home, { recursive: true }))

  const write = async (text: string): Promise<void> => {
    await mkdir(path.dirname(file()))
    await writeFile(file(), text)
  }

  it('is nothing where there is neither the file nor a variable', async () => {
    assert.equal(await hasImports({ home, environment: { GENESYSCLOUD_REGION: 'eu-west-1' } }), false)
    assert.deepEqual(await readImports({ home, environment: {} }), { found: [], unusable: [] })
  })

  it('is noticed without being read', async () => {
    await write('this is no TOML')
    assert.equal(await hasImports({ home, environment: {} }), true)
    await rm(file())
    assert.equal(await hasImports({ home, environment: { GENESYSCLOUD_ACCESS_TOKEN: 't' } }), true)
  })

  it('is the CLI’s profiles and the environment, with the reason for what cannot be used; the file stays as it is', async () => {
    await write(config)
    const environment = { GENESYSCLOUD_REGION: 'us-east-1', GENESYSCLOUD_ACCESS_TOKEN: 'token-2' }
    const { found, unusable } = await readImports({ home, environment })
    assert.deepEqual(
      found.map(({ name, region, client, accessToken }) => [name, region.name, client?.id, accessToken]),
      [
        ['DEFAULT', 'eu-west-1', 'id-1', undefined],
        ['environment', 'us-east-1', undefined, 'token-2']
      ]
    )
    assert.deepEqual(unusable, [{ name: 'nowhere', why: '“mypurecloud.example” is no region of Genesys Cloud' }])
    assert.equal(await readFile(file(), 'utf8'), config)
  })

  it('says what the environment lacks', async () => {
    const { unusable } = await readImports({ home, environment: { GENESYSCLOUD_OAUTHCLIENT_ID: 'id-1' } })
    assert.match(unusable[0]?.why ?? '', /GENESYSCLOUD_REGION.*GENESYSCLOUD_OAUTHCLIENT_SECRET/)
  })

  it('is refused as a whole when it is no TOML, and no secret is shown', async () => {
    await write(`client_secret = "canary-secret`)
    await assert.rejects(readImports({ home, environment: {} }), (error: unknown) => {
      assert.ok(error instanceof Error)
      assert.match(error.message, /config\.toml is not valid TOML/)
      assert.doesNotMatch(error.message, /canary/)
      return true
    })
  })
})

describe('An imported connection', () => {
  let at: Organisation
  beforeEach(async () => {
    at = await openOrganisation()
  })
  afterEach(() => at.stop())

  const [region] = regions
  const found = (secret: string) => {
    assert.ok(region)
    return { name: 'staging', region, client: { id: at.sandbox.address.clientId, secret }, accessToken: undefined }
  }

  /** The organisation of the region is the sandbox. */
  const means = () => ({
    secrets: at.secrets,
    session: at.session,
    connector: {
      openWith: async ({ id, client }: { id: string; client?: { id: string } | undefined }, { clientSecret = '' }) =>
        Connection.open(
          {
            id,
            endpoint: { kind: 'loopback', port: Number(new URL(at.sandbox.address.url).port) },
            userToken: undefined,
            client: client && { id: client.id, secret: clientSecret }
          },
          await realMeans()
        )
    }
  })

  it('is kept with its secret in the SecretStorage, named after the organisation, and open', async () => {
    await importOne(found(at.sandbox.address.clientSecret), true, means())
    const [profile] = at.profiles.all()
    assert.ok(profile)
    const organisation = at.connections.get(profile.id)?.connection.organisation
    assert.equal(profile.name, `${organisation} (staging)`)
    assert.equal(profile.isProduction, true)
    assert.deepEqual([...at.storage.held], [[`connection/${profile.id}/clientSecret`, at.sandbox.address.clientSecret]])
    assert.doesNotMatch(JSON.stringify(profile), new RegExp(at.sandbox.address.clientSecret))
  })

  it('is not kept when the platform does not take it', async () => {
    await assert.rejects(importOne(found('wrong'), false, means()), /invalid_client/)
    assert.deepEqual([at.profiles.all(), at.storage.held.size], [[], 0])
  })
})
