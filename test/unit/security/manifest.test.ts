import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'

const manifest = z
  .object({
    capabilities: z.object({
      untrustedWorkspaces: z.object({ supported: z.literal('limited'), restrictedConfigurations: z.array(z.string()) }),
      virtualWorkspaces: z.literal(true)
    }),
    contributes: z.object({ configuration: z.object({ properties: z.record(z.string(), z.object({ scope: z.string() })) }) })
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))

/** The settings that say where something is sent, or where something listens. */
const placeSettings = Object.entries(manifest.contributes.configuration.properties).filter(([name]) =>
  /host|port|url|domain|address|proxy/i.test(name.replace('genesysMessaging.', ''))
)

describe('the settings that name hosts or ports', () => {
  it('can be set for the application only, and not by a workspace', () => {
    assert.ok(placeSettings.length > 0)
    for (const [name, { scope }] of placeSettings) assert.equal(scope, 'application', name)
  })

  it('are taken from nobody else in Restricted Mode', () => {
    assert.deepEqual(
      placeSettings
        .map(([name]) => name)
        .filter((name) => !manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(name)),
      []
    )
  })
})
