import { access, readFile } from 'node:fs/promises'
import path from 'node:path'
import * as vscode from 'vscode'
import { environmentVariables, readCliProfiles, readEnvironment, type FoundProfiles } from '../../../genesys/import/cliProfiles'
import { ReportedError } from '../../failures'

/** Where other tools of Genesys Cloud keep what they connect with. */
export interface ImportPlaces {
  /** The person’s home folder. */
  readonly home: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

const configFile = ({ home }: ImportPlaces): string => path.join(home, '.gc', 'config.toml')

const hasVariables = ({ environment }: ImportPlaces): boolean =>
  [environmentVariables.clientId, environmentVariables.accessToken].some((name) => (environment[name] ?? '') !== '')

const hasConfigFile = async (places: ImportPlaces): Promise<boolean> => {
  try {
    await access(configFile(places))
    return true
  } catch {
    return false
  }
}

/** Whether there is something to import. Looks whether it exists, and reads nothing. */
export const hasImports = async (places: ImportPlaces): Promise<boolean> => hasVariables(places) || hasConfigFile(places)

const nothing: FoundProfiles = { found: [], unusable: [] }

const fromConfigFile = async (places: ImportPlaces): Promise<FoundProfiles> => {
  if (!(await hasConfigFile(places))) return nothing
  const text = await readFile(configFile(places), 'utf8').catch((error: unknown) => {
    throw new ReportedError(
      vscode.l10n.t('{0} cannot be read. {1}', configFile(places), error instanceof Error ? error.message : String(error))
    )
  })
  try {
    return readCliProfiles(text)
  } catch {
    // The parser’s message quotes the text around the mistake, which may be a secret.
    throw new ReportedError(
      vscode.l10n.t('{0} is not valid TOML, and nothing was imported. Correct it, or connect by hand.', configFile(places))
    )
  }
}

const fromEnvironment = (places: ImportPlaces): FoundProfiles => {
  if (!hasVariables(places)) return nothing
  const found = readEnvironment(places.environment)
  return found
    ? { found: [found], unusable: [] }
    : {
        found: [],
        unusable: [
          {
            name: 'environment',
            why: `it needs ${environmentVariables.region} with a region of Genesys Cloud, and ${environmentVariables.clientId} with ${environmentVariables.clientSecret} or ${environmentVariables.accessToken}`
          }
        ]
      }
}

/** Reads what the official CLI and the environment’s variables have. The file is not changed. */
export const readImports = async (places: ImportPlaces): Promise<FoundProfiles> => {
  const [file, environment] = [await fromConfigFile(places), fromEnvironment(places)]
  return { found: [...file.found, ...environment.found], unusable: [...file.unusable, ...environment.unusable] }
}
