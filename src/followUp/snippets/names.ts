// How the SDKs spell a name that the API writes `externalContactId`.

/** `ExternalContactId`: C#, and Go’s methods and fields. */
export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

const separated = (name: string, separator: string): string =>
  name.replace(/[A-Z]/g, (letter) => separator + letter.toLowerCase()).replace(/^[_ ]/, '')

/** `external_contact_id`: Python. */
export const snakeCase = (name: string): string => separated(name, '_')

/** `external contact id`: people. */
export const inWords = (name: string): string => separated(name, ' ')
