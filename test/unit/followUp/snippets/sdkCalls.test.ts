import assert from 'node:assert/strict'
import { snippetFormats } from '../../../../src/followUp/snippets/formats'
import { objectsIn, sdkCall } from '../../../../src/followUp/snippets/sdkCall'
import type { SendingRoute } from '../../../../src/followUp/route'
import { ids } from '../../support/ids'
import { fieldsInSdk, signatureInSdk } from '../../support/sdkTypings'
import { agentless, agentMessage, carousel, media, outbound, region, sandbox, template } from './routes'

const print = (id: string, route: SendingRoute, origin = region): string => {
  const format = snippetFormats.find((candidate) => candidate.id === id)
  assert.ok(format, `there is a format ${id}`)
  return format.print(route, origin)
}

const sdkLanguages = ['javascript', 'python', 'java', 'csharp', 'go']

describe('a call of an SDK', () => {
  for (const route of [agentless('Hello', { useExistingActiveConversation: true }), agentMessage(), outbound(), template(), media()])
    it(`of the ${route.id} route with ${Object.keys(route.request.body).join(', ')} takes the model that the installed SDK takes, with fields that it has`, () => {
      const call = sdkCall(route)
      assert.equal(call.model, signatureInSdk(`POST ${route.operation.path}`).body)
      for (const { model, fields } of [call, ...objectsIn(call)]) {
        const known = fieldsInSdk(model)
        for (const { name } of fields) assert.ok(name in known, `${model}.${name}`)
      }
    })

  for (const id of sdkLanguages)
    it(`has its fields in the planned order in ${id}`, () => {
      const snippet = print(id, agentless('Hello', { useExistingActiveConversation: true }))
      const places = [ids.deployment, /webmessaging\W/i, ids.contact, '"Hello"', /\btrue\b/i].map((part) => snippet.search(part))
      assert.ok(!places.includes(-1), snippet)
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b)
      )
    })

  for (const id of sdkLanguages)
    it(`names what is not known of the path in ${id}`, () => {
      const snippet = print(
        id,
        agentMessage('Hello', '/api/v2/conversations/messages/{conversationId}/communications/{communicationId}/messages')
      )
      assert.match(snippet, /ommunication_?Messages\W*\("<conversation id>", "<communication id>", /i)
    })
})

describe('a template and a file', () => {
  const printed: Readonly<Record<string, readonly [template: string, media: string]>> = {
    javascript: ['messagingTemplate: { responseId: "r-1", bodyParameters: [{ id: "1", value: "Grace" }] }\n', '    mediaIds: ["m-1"]\n'],
    python: [
      'body.messaging_template = {"responseId": "r-1", "bodyParameters": [{"id": "1", "value": "Grace"}]}\n',
      'body.media_ids = ["m-1"]\n'
    ],
    java: [
      '.messagingTemplate(new SendMessagingTemplateRequest().responseId("r-1").bodyParameters(List.of(new TemplateParameter().id("1").value("Grace"))));',
      '.mediaIds(List.of("m-1"));'
    ],
    csharp: [
      'MessagingTemplate = new SendMessagingTemplateRequest { ResponseId = "r-1", BodyParameters = new List<TemplateParameter> { new TemplateParameter { Id = "1", Value = "Grace" } } }\n',
      'MediaIds = new List<string> { "m-1" }\n'
    ],
    go: [
      'MessagingTemplate:      &platformclientv2.Sendmessagingtemplaterequest{ResponseId: platformclientv2.String("r-1"), BodyParameters: &[]platformclientv2.Templateparameter{{Id: platformclientv2.String("1"), Value: platformclientv2.String("Grace")}}},\n',
      'MediaIds: &[]string{"m-1"},\n'
    ]
  }

  for (const [id, [ofTemplate, ofMedia]] of Object.entries(printed))
    it(`are written as their models want it in ${id}`, () => {
      const snippet = print(id, template())
      assert.ok(snippet.includes(ofTemplate), snippet)
      assert.ok(print(id, media()).includes(ofMedia), print(id, media()))
    })

  it('of cards have their numbers as numbers, and the models of the SDKs', () => {
    const cards: Readonly<Record<string, string>> = {
      javascript: 'carouselParameters: { cardParameters: [{ index: 0, bodyParameters: [{ id: "item", value: "Tent" }] }] }',
      python: '"carouselParameters": {"cardParameters": [{"index": 0, "bodyParameters": [{"id": "item", "value": "Tent"}]}]}',
      java: '.carouselParameters(new CarouselParameters().cardParameters(List.of(new CardParameters().index(0).bodyParameters(List.of(new TemplateParameter().id("item").value("Tent"))))))',
      csharp:
        'CarouselParameters = new CarouselParameters { CardParameters = new List<CardParameters> { new CardParameters { Index = 0, BodyParameters = new List<TemplateParameter> { new TemplateParameter { Id = "item", Value = "Tent" } } } } }',
      go: 'CarouselParameters: &platformclientv2.Carouselparameters{CardParameters: &[]platformclientv2.Cardparameters{{Index: platformclientv2.Int(0), BodyParameters: &[]platformclientv2.Templateparameter{{Id: platformclientv2.String("item"), Value: platformclientv2.String("Tent")}}}}}'
    }
    for (const [id, code] of Object.entries(cards)) assert.ok(print(id, carousel()).includes(code), print(id, carousel()))
  })

  it('bring the imports that they need', () => {
    for (const line of ['model.SendMessagingTemplateRequest;', 'model.TemplateParameter;', 'import java.util.List;'])
      assert.ok(print('java', template()).includes(line), line)
    assert.match(print('csharp', media()), /^using System\.Collections\.Generic;$/m)
    assert.doesNotMatch(print('java', agentless()) + print('csharp', agentless()), /List|Generic/)
  })

  it('are the same JSON in HTTP and cURL', () => {
    const body = '"messagingTemplate": {\n    "responseId": "r-1",'
    for (const id of ['http', 'curl']) assert.ok(print(id, template()).includes(body), print(id, template()))
  })
})

describe('a call in JavaScript', () => {
  it('reads as a person would write it', () => {
    assert.equal(
      print('javascript', agentless()),
      `const platformClient = require("purecloud-platform-client-v2")

const client = platformClient.ApiClient.instance
client.setEnvironment("mypurecloud.de")
client.setAccessToken("<client token>")

const conversations = new platformClient.ConversationsApi()
conversations
  .postConversationsMessagesAgentless({
    fromAddress: "${ids.deployment}",
    toAddressMessengerType: "webmessaging",
    externalContactId: "${ids.contact}",
    textBody: "Hello"
  })
  .then((answer) => console.log(answer))
  .catch((error) => console.error(error))`
    )
  })

  it('goes through a gateway to a host that is no region', () => {
    assert.match(
      print('javascript', agentMessage(), sandbox),
      /^client\.setGateway\(\{ protocol: "http", host: "127\.0\.0\.1", port: 4567 \}\)$/m
    )
  })
})

describe('a call in Python', () => {
  it('reads as a person would write it', () => {
    assert.equal(
      print('python', outbound(), sandbox),
      `# Written for the SDK as of September 2026: older releases may lack a field, or want another parameter.
import PureCloudPlatformClientV2

PureCloudPlatformClientV2.configuration.host = "http://127.0.0.1:4567"
PureCloudPlatformClientV2.configuration.access_token = "<user token>"

body = PureCloudPlatformClientV2.CreateOutboundMessagingConversationRequest()
body.queue_id = "${ids.queue}"
body.to_address = "+13175550163"
body.to_address_messenger_type = "sms"
body.use_existing_conversation = True

conversations = PureCloudPlatformClientV2.ConversationsApi()
print(conversations.post_conversations_messages(body))`
    )
  })
})

describe('a call in Java', () => {
  it('reads as a person would write it', () => {
    assert.equal(
      print('java', agentless('Hello', { useExistingActiveConversation: true })),
      `// Written for the SDK as of September 2026: older releases may lack a field, or want another parameter.
import com.mypurecloud.sdk.v2.ApiClient;
import com.mypurecloud.sdk.v2.api.ConversationsApi;
import com.mypurecloud.sdk.v2.model.SendAgentlessOutboundMessageRequest;

public class FollowUp {
  public static void main(String[] args) throws Exception {
    ApiClient client = ApiClient.Builder.standard()
        .withBasePath("https://api.mypurecloud.de")
        .withAccessToken("<client token>")
        .build();

    SendAgentlessOutboundMessageRequest body = new SendAgentlessOutboundMessageRequest()
        .fromAddress("${ids.deployment}")
        .toAddressMessengerType(SendAgentlessOutboundMessageRequest.ToAddressMessengerTypeEnum.WEBMESSAGING)
        .externalContactId("${ids.contact}")
        .textBody("Hello")
        .useExistingActiveConversation(true);

    ConversationsApi conversations = new ConversationsApi(client);
    System.out.println(conversations.postConversationsMessagesAgentless(body));
  }
}`
    )
  })

  it('reads a value that the enum does not list from its text', () => {
    assert.match(
      print('java', outbound('facebook')),
      /\.toAddressMessengerType\(\w+\.ToAddressMessengerTypeEnum\.fromString\("facebook"\)\)/
    )
  })
})

describe('a call in C#', () => {
  it('reads as a person would write it', () => {
    assert.equal(
      print('csharp', outbound()),
      `// Written for the SDK as of September 2026: older releases may lack a field, or want another parameter.
using System;
using PureCloudPlatform.Client.V2.Api;
using PureCloudPlatform.Client.V2.Client;
using PureCloudPlatform.Client.V2.Model;

Configuration.Default.ApiClient.setBasePath("https://api.mypurecloud.de");
Configuration.Default.AccessToken = "<user token>";

var body = new CreateOutboundMessagingConversationRequest
{
    QueueId = "${ids.queue}",
    ToAddress = "+13175550163",
    ToAddressMessengerType = CreateOutboundMessagingConversationRequest.ToAddressMessengerTypeEnum.Sms,
    UseExistingConversation = true
};

var conversations = new ConversationsApi();
Console.WriteLine(conversations.PostConversationsMessages(body));`
    )
  })

  it('reads a value that the enum does not list from its text', () => {
    assert.match(
      print('csharp', outbound('<sms, open or whatsapp>')),
      /ToAddressMessengerType = Enum\.Parse<\w+\.ToAddressMessengerTypeEnum>\("<sms, open or whatsapp>", ignoreCase: true\),/
    )
  })
})

describe('a call in Go', () => {
  it('reads as gofmt would have it', () => {
    assert.equal(
      print('go', outbound(), sandbox),
      `// Written for the SDK as of September 2026: older releases may lack a field, or want another parameter.
package main

import (
	"fmt"

	"github.com/mypurecloud/platform-client-sdk-go/v200/platformclientv2"
)

func main() {
	config := platformclientv2.GetDefaultConfiguration()
	config.BasePath = "http://127.0.0.1:4567"
	config.AccessToken = "<user token>"

	body := platformclientv2.Createoutboundmessagingconversationrequest{
		QueueId:                 platformclientv2.String("${ids.queue}"),
		ToAddress:               platformclientv2.String("+13175550163"),
		ToAddressMessengerType:  platformclientv2.String("sms"),
		UseExistingConversation: platformclientv2.Bool(true),
	}

	conversations := platformclientv2.NewConversationsApi()
	answer, _, err := conversations.PostConversationsMessages(body)
	if err != nil {
		panic(err)
	}
	fmt.Println(answer)
}`
    )
  })
})
