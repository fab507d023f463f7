import { regionOfHost } from '../../platform/regions'
import { quoted } from './quoted'
import type { SdkCall, SdkObject, SdkValue } from './sdkCall'

/** Where the SDK calls: a region, or, for a host that is none, a gateway. It takes no base path. */
const whereTo = (origin: string): string => {
  const { protocol, hostname, port } = new URL(origin)
  const region = regionOfHost(hostname)
  if (region) return `client.setEnvironment(${quoted(region.domain)})`
  const scheme = protocol.replace(':', '')
  const parts = [`protocol: ${quoted(scheme)}`, `host: ${quoted(hostname)}`, ...(port === '' ? [] : [`port: ${port}`])]
  return `client.setGateway({ ${parts.join(', ')} })`
}

const listed = (items: readonly string[]): string => `[${items.join(', ')}]`

const objectLiteral = ({ fields }: SdkObject): string =>
  fields.length === 0 ? '{}' : `{ ${fields.map((field) => `${field.name}: ${valueOf(field)}`).join(', ')} }`

const valueOf = (value: SdkValue): string => {
  switch (value.kind) {
    case 'flag':
      return String(value.on)
    case 'text':
    case 'choice':
      return quoted(value.text)
    case 'integer':
      return String(value.number)
    case 'texts':
      return listed(value.texts.map(quoted))
    case 'object':
      return objectLiteral(value.object)
    case 'objects':
      return listed(value.objects.map(objectLiteral))
  }
}

/** The call for Node.js, as CommonJS. Package: purecloud-platform-client-v2. */
export const printJavaScript = ({ method, pathArguments, fields, token }: SdkCall, origin: string): string => {
  const before = pathArguments.map(({ value }) => `${quoted(value)}, `).join('')
  return [
    'const platformClient = require("purecloud-platform-client-v2")',
    '',
    'const client = platformClient.ApiClient.instance',
    whereTo(origin),
    `client.setAccessToken(${quoted(token)})`,
    '',
    'const conversations = new platformClient.ConversationsApi()',
    'conversations',
    `  .${method}(${before}{`,
    fields.map((field) => `    ${field.name}: ${valueOf(field)}`).join(',\n'),
    '  })',
    '  .then((answer) => console.log(answer))',
    '  .catch((error) => console.error(error))'
  ].join('\n')
}
