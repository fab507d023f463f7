import { snakeCase } from './names'
import { quoted } from './quoted'
import { sdkAge, type SdkCall, type SdkField } from './sdkCall'

const valueOf = (field: SdkField): string => {
  if (field.kind === 'flag') return field.on ? 'True' : 'False'
  return quoted(field.text)
}

/** The call for Python. Package: PureCloudPlatformClientV2. */
export const printPython = ({ method, pathArguments, model, fields, token }: SdkCall, origin: string): string => {
  const values = [...pathArguments.map(({ value }) => quoted(value)), 'body']
  return [
    `# ${sdkAge}`,
    'import PureCloudPlatformClientV2',
    '',
    `PureCloudPlatformClientV2.configuration.host = ${quoted(origin)}`,
    `PureCloudPlatformClientV2.configuration.access_token = ${quoted(token)}`,
    '',
    `body = PureCloudPlatformClientV2.${model}()`,
    ...fields.map((field) => `body.${snakeCase(field.name)} = ${valueOf(field)}`),
    '',
    'conversations = PureCloudPlatformClientV2.ConversationsApi()',
    `print(conversations.${snakeCase(method)}(${values.join(', ')}))`
  ].join('\n')
}
