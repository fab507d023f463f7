import { snakeCase } from './names'
import { quoted } from './quoted'
import { sdkAge, type SdkCall, type SdkObject, type SdkValue } from './sdkCall'

const listed = (items: readonly string[]): string => `[${items.join(', ')}]`

/** An object inside of a body, as a dictionary: the SDK sends one as it is, with the names of the API (`ApiClient.sanitize_for_serialization`). */
const dictionary = ({ fields }: SdkObject): string => `{${fields.map((field) => `${quoted(field.name)}: ${valueOf(field)}`).join(', ')}}`

const valueOf = (value: SdkValue): string => {
  switch (value.kind) {
    case 'flag':
      return value.on ? 'True' : 'False'
    case 'text':
    case 'choice':
      return quoted(value.text)
    case 'integer':
      return String(value.number)
    case 'texts':
      return listed(value.texts.map(quoted))
    case 'object':
      return dictionary(value.object)
    case 'objects':
      return listed(value.objects.map(dictionary))
  }
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
