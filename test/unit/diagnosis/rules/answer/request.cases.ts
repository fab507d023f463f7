import { attempt } from '../../../support/attempt'
import { agentSend, answering, refusing } from '../../../support/exchange'
import type { CasesByRule, Silence } from '../../../support/ruleCases'
import { coded, statusOnly } from './refusals'

/** An error body without its status, in which the platform's text tells which of the two “not.found” it is. */
const notFound = (message: string): Silence['attempt'] =>
  attempt({ response: { status: undefined, error: { code: 'not.found', message, correlationId: undefined }, body: undefined } })

export const requestCases: CasesByRule = {
  validation: coded(
    /operation’s model/,
    [400, 'constraint.validation'],
    [400, 'invalid.value'],
    [400, 'invalid.property'],
    [400, 'bad.request'],
    [400, 'invalid.query.param.value'],
    [400, 'invalid.date']
  ),
  'send.message-not-found': {
    fires: [
      {
        when: 'the answer is 400 “not.found”',
        attempt: attempt({ request: agentSend(), response: refusing(400, 'not.found', 'Message not found.') }),
        severity: 'error',
        evidence: /^The answer has status 400, code “not\.found”, message “Message not found\.”/,
        remedy: /Read the conversation again/
      },
      {
        when: 'the platform’s text for it stands in an answer whose status is not known',
        attempt: notFound('Message not found.'),
        severity: 'error',
        evidence: /Message not found/
      }
    ],
    silent: [
      { when: 'the same code comes with 404', attempt: attempt({ request: agentSend(), response: refusing(404, 'not.found') }) },
      { when: 'the text is of the other one, and the status not known', attempt: notFound('The requested resource was not found.') },
      { when: 'it was accepted', attempt: attempt({ request: agentSend(), response: answering(202) }) }
    ],
    unknown: 'needs only the answer'
  },
  'notfound.conversation': coded(/analytics\/conversations/, [404, 'conversation.error.conversation.not.found']),
  'notfound.generic': {
    fires: [
      {
        when: 'the answer is 404',
        attempt: attempt({ request: agentSend(), response: refusing(404, 'not.found') }),
        severity: 'error',
        evidence: /status 404, code “not\.found”/,
        remedy: /Check the path against the published API/
      },
      {
        when: 'nothing but the status line is known',
        attempt: attempt({ response: answering(404, { message: 'Not Found' }) }),
        severity: 'error',
        evidence: /status 404, message “Not Found”/
      },
      {
        when: 'the platform’s text for it stands in an answer whose status is not known',
        attempt: notFound('The requested resource was not found.'),
        severity: 'error',
        evidence: /The requested resource was not found/
      }
    ],
    silent: [
      {
        when: 'the same code comes with 400, where it is of a message',
        attempt: attempt({ response: refusing(400, 'not.found', 'Message not found.') })
      },
      { when: 'the text is of a message, and the status not known', attempt: notFound('Message not found.') },
      {
        when: 'the conversation is what is not found',
        attempt: attempt({ response: refusing(404, 'conversation.error.conversation.not.found') })
      },
      { when: 'it was accepted', attempt: attempt({ request: agentSend(), response: answering(202) }) }
    ],
    unknown: 'needs only the answer'
  },
  'media.too-large': coded(/Make it smaller/, [400, 'media.too.large']),
  'apple.invitation': coded(/response management/, [400, 'response.missing.apple.invitation']),
  'open.channel-date': coded(/ISO 8601/, [400, 'missing.open.channel.date']),
  'open.structured-path': {
    fires: [
      {
        when: 'the message asks for the content that a structured response does not have',
        attempt: attempt({ response: refusing(400, 'bad.request', "data should have required property '.content'") }),
        severity: 'error',
        evidence: /required property/,
        remedy: /structured\/response/
      },
      {
        when: 'it asks for the text',
        attempt: attempt({ response: refusing(400, 'bad.request', "should have required property 'text'") }),
        severity: 'error',
        evidence: /required property/
      }
    ],
    silent: [
      {
        when: 'another property is missing',
        attempt: attempt({ response: refusing(400, 'bad.request', "should have required property 'id'") })
      },
      { when: 'there is no answer', attempt: attempt({ request: agentSend() }) }
    ],
    unknown: 'needs only the answer'
  },
  'size.413': statusOnly(/^Shorten it/, 'request.entity.too.large', 413),
  'type.415': statusOnly(/application\/json/, 'unsupported.media.type', 415)
}
