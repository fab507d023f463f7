import { capitalised } from './names'
import { quoted } from './quoted'
import { hasLists, objectsIn, sdkAge, type SdkCall, type SdkField, type SdkObject } from './sdkCall'

const built = ({ model, fields }: SdkObject): string =>
  `new ${model}()${fields.map((field) => `.${field.name}(${valueOf(model, field)})`).join('')}`

/** A value that the enum does not list is read from its text, which the SDK answers with `OUTDATEDSDKVERSION`. */
const valueOf = (model: string, field: SdkField): string => {
  switch (field.kind) {
    case 'text':
      return quoted(field.text)
    case 'flag':
      return String(field.on)
    case 'integer':
      return String(field.number)
    case 'texts':
      return `List.of(${field.texts.map(quoted).join(', ')})`
    case 'object':
      return built(field.object)
    case 'objects':
      return `List.of(${field.objects.map(built).join(', ')})`
    case 'choice': {
      const type = `${model}.${capitalised(field.name)}Enum`
      return field.isListed ? `${type}.${field.text.toUpperCase()}` : `${type}.fromString(${quoted(field.text)})`
    }
  }
}

/** The call for Java. Package: com.mypurecloud:platform-client-v2. */
export const printJava = (call: SdkCall, origin: string): string => {
  const { method, pathArguments, model, fields, token } = call
  const models = [...new Set([model, ...objectsIn(call).map((object) => object.model)])].sort()
  const values = [...pathArguments.map(({ value }) => quoted(value)), 'body']
  return [
    `// ${sdkAge}`,
    'import com.mypurecloud.sdk.v2.ApiClient;',
    'import com.mypurecloud.sdk.v2.api.ConversationsApi;',
    ...models.map((name) => `import com.mypurecloud.sdk.v2.model.${name};`),
    ...(hasLists(call) ? ['import java.util.List;'] : []),
    '',
    'public class FollowUp {',
    '  public static void main(String[] args) throws Exception {',
    '    ApiClient client = ApiClient.Builder.standard()',
    `        .withBasePath(${quoted(origin)})`,
    `        .withAccessToken(${quoted(token)})`,
    '        .build();',
    '',
    `    ${model} body = new ${model}()`,
    `${fields.map((field) => `        .${field.name}(${valueOf(model, field)})`).join('\n')};`,
    '',
    '    ConversationsApi conversations = new ConversationsApi(client);',
    `    System.out.println(conversations.${method}(${values.join(', ')}));`,
    '  }',
    '}'
  ].join('\n')
}
