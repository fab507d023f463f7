import { capitalised } from './names'
import { quoted } from './quoted'
import { sdkAge, type SdkCall, type SdkField } from './sdkCall'

/** A value that the enum does not list is read from its text, which the SDK answers with `OUTDATEDSDKVERSION`. */
const valueOf = (model: string, field: SdkField): string => {
  switch (field.kind) {
    case 'text':
      return quoted(field.text)
    case 'flag':
      return String(field.on)
    case 'choice': {
      const type = `${model}.${capitalised(field.name)}Enum`
      return field.isListed ? `${type}.${field.text.toUpperCase()}` : `${type}.fromString(${quoted(field.text)})`
    }
  }
}

/** The call for Java. Package: com.mypurecloud:platform-client-v2. */
export const printJava = ({ method, pathArguments, model, fields, token }: SdkCall, origin: string): string => {
  const values = [...pathArguments.map(({ value }) => quoted(value)), 'body']
  return [
    `// ${sdkAge}`,
    'import com.mypurecloud.sdk.v2.ApiClient;',
    'import com.mypurecloud.sdk.v2.api.ConversationsApi;',
    `import com.mypurecloud.sdk.v2.model.${model};`,
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
