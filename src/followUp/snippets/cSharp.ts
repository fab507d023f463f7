import { capitalised } from './names'
import { quoted } from './quoted'
import { hasLists, sdkAge, type SdkCall, type SdkField, type SdkObject } from './sdkCall'

const list = (of: string, items: readonly string[]): string => `new List<${of}> { ${items.join(', ')} }`

const created = ({ model, fields }: SdkObject): string =>
  `new ${model} { ${fields.map((field) => `${capitalised(field.name)} = ${valueOf(model, field)}`).join(', ')} }`

const valueOf = (model: string, field: SdkField): string => {
  switch (field.kind) {
    case 'text':
      return quoted(field.text)
    case 'flag':
      return String(field.on)
    case 'integer':
      return String(field.number)
    case 'texts':
      return list('string', field.texts.map(quoted))
    case 'object':
      return created(field.object)
    case 'objects':
      return list(field.model, field.objects.map(created))
    case 'choice': {
      const type = `${model}.${capitalised(field.name)}Enum`
      return field.isListed ? `${type}.${capitalised(field.text)}` : `Enum.Parse<${type}>(${quoted(field.text)}, ignoreCase: true)`
    }
  }
}

/** The call for C#, as top-level statements. Package: PureCloudPlatform.Client.V2. */
export const printCSharp = (call: SdkCall, origin: string): string => {
  const { method, pathArguments, model, fields, token } = call
  const values = [...pathArguments.map(({ value }) => quoted(value)), 'body']
  return [
    `// ${sdkAge}`,
    'using System;',
    ...(hasLists(call) ? ['using System.Collections.Generic;'] : []),
    'using PureCloudPlatform.Client.V2.Api;',
    'using PureCloudPlatform.Client.V2.Client;',
    'using PureCloudPlatform.Client.V2.Model;',
    '',
    `Configuration.Default.ApiClient.setBasePath(${quoted(origin)});`,
    `Configuration.Default.AccessToken = ${quoted(token)};`,
    '',
    `var body = new ${model}`,
    '{',
    fields.map((field) => `    ${capitalised(field.name)} = ${valueOf(model, field)}`).join(',\n'),
    '};',
    '',
    'var conversations = new ConversationsApi();',
    `Console.WriteLine(conversations.${capitalised(method)}(${values.join(', ')}));`
  ].join('\n')
}
