import { capitalised } from './names'
import { quoted } from './quoted'
import { sdkAge, type SdkCall, type SdkField, type SdkObject, type SdkValue } from './sdkCall'

/** The major version is part of the import. Source: the public terraform-provider-genesyscloud, which uses models of API 10747 from this one. */
const majorVersion = 200

const typeOf = (model: string): string => `platformclientv2.${capitalised(model.toLowerCase())}`

const composed = ({ fields }: SdkObject): string => `{${fields.map((field) => `${capitalised(field.name)}: ${valueOf(field)}`).join(', ')}}`

const valueOf = (value: SdkValue): string => {
  switch (value.kind) {
    case 'flag':
      return `platformclientv2.Bool(${String(value.on)})`
    case 'text':
    case 'choice':
      return `platformclientv2.String(${quoted(value.text)})`
    case 'integer':
      return `platformclientv2.Int(${value.number})`
    case 'texts':
      return `&[]string{${value.texts.map(quoted).join(', ')}}`
    case 'object':
      return `&${typeOf(value.object.model)}${composed(value.object)}`
    case 'objects':
      return `&[]${typeOf(value.model)}{${value.objects.map(composed).join(', ')}}`
  }
}

/** The fields with their values below each other, as gofmt has them. */
const fieldLines = (fields: readonly SdkField[]): readonly string[] => {
  const longest = Math.max(...fields.map(({ name }) => name.length))
  return fields.map((field) => `\t\t${`${capitalised(field.name)}:`.padEnd(longest + 1)} ${valueOf(field)},`)
}

/** The call for Go. Package: github.com/mypurecloud/platform-client-sdk-go. */
export const printGo = ({ method, pathArguments, model, fields, token }: SdkCall, origin: string): string => {
  const values = [...pathArguments.map(({ value }) => quoted(value)), 'body']
  return [
    `// ${sdkAge}`,
    'package main',
    '',
    'import (',
    '\t"fmt"',
    '',
    `\t"github.com/mypurecloud/platform-client-sdk-go/v${majorVersion}/platformclientv2"`,
    ')',
    '',
    'func main() {',
    '\tconfig := platformclientv2.GetDefaultConfiguration()',
    `\tconfig.BasePath = ${quoted(origin)}`,
    `\tconfig.AccessToken = ${quoted(token)}`,
    '',
    `\tbody := ${typeOf(model)}{`,
    ...fieldLines(fields),
    '\t}',
    '',
    '\tconversations := platformclientv2.NewConversationsApi()',
    `\tanswer, _, err := conversations.${capitalised(method)}(${values.join(', ')})`,
    '\tif err != nil {',
    '\t\tpanic(err)',
    '\t}',
    '\tfmt.Println(answer)',
    '}'
  ].join('\n')
}
