import { customerLeg } from '../../model/conversation'
import { unknown } from '../../model/fact'
import { parseUuid } from '../../model/ids'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { cannotTell, fails, notes, type Rule } from '../rule'
import type { Send } from '../send'

type Agentless = Extract<Send, { readonly kind: 'agentless' }>

const webSend = ({ send }: Attempt): Agentless | undefined =>
  send?.kind === 'agentless' && send.messengerType === 'webmessaging' ? send : undefined

const contactMissing: Rule = {
  id: 'webmessaging.contact-missing',
  about: 'Agentless web messaging reaches a guest by external contact, and none is named. Use the customer participant’s.',
  phase: 'preflight',
  title: 'The guest’s external contact is missing',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.models],
  look: (attempt) => {
    const send = webSend(attempt)
    return send && send.externalContactId === undefined
      ? fails(
          'Agentless web messaging reaches a guest by “externalContactId”, and there is none.',
          'Use the external contact of the conversation’s customer participant. An anonymous guest has one only when the deployment resolves identities.'
        )
      : undefined
  }
}

const contactForm: Rule = {
  id: 'webmessaging.contact-form',
  about: '“externalContactId” is no UUID, and external contacts have UUIDs. Use the customer participant’s.',
  phase: 'preflight',
  title: 'This is no external contact’s id',
  refusedWith: 'not-documented',
  // Every id of an external contact in the published API and the SDKs is a UUID; that the platform checks it here is inferred.
  confidence: 'inferred',
  sources: [sources.openapi],
  look: (attempt) => {
    const contactId = webSend(attempt)?.externalContactId
    return contactId !== undefined && parseUuid(contactId) === undefined
      ? fails(
          'An external contact’s id is a UUID, and this is none.',
          'Use the “externalContactId” of the conversation’s customer participant: 36 characters, with dashes.',
          [{ text: `“externalContactId” is “${contactId}”.` }]
        )
      : undefined
  }
}

const contactStale: Rule = {
  id: 'contact.stale',
  about: 'The external contact is gone or merged. Send to the one it was merged into, or wait for the guest.',
  phase: 'preflight',
  title: 'The external contact is gone or merged',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.externalContacts, sources.models],
  look: (attempt) => {
    const send = webSend(attempt)
    if (send?.externalContactId === undefined || parseUuid(send.externalContactId) === undefined) return undefined
    const { conversation, contact } = attempt.situation
    const isCustomers = conversation.known && customerLeg(conversation.value)?.participant.externalContactId === send.externalContactId
    const settle = `Read GET /api/v2/externalcontacts/contacts/${send.externalContactId}.`
    if (!contact.known) return cannotTell('whether the external contact still exists', contact, settle)
    if (!isCustomers)
      return cannotTell('whether the external contact still exists', unknown('It is not the contact of the conversation at hand.'), settle)
    switch (contact.value.kind) {
      case 'current':
        return undefined
      case 'missing':
        return fails(
          'The external contact does not exist any more. Ephemeral and identified contacts expire 60 days after the last interaction.',
          'Promote contacts that you want to reach later to curated ones. This guest can only be waited for.',
          [{ text: `External contact ${send.externalContactId} was not found.`, from: contact.from.source }]
        )
      case 'merged':
        return fails('The external contact was merged into another one.', `Send to ${contact.value.into} instead.`, [
          { text: `External contact ${send.externalContactId} is merged into ${contact.value.into}.`, from: contact.from.source }
        ])
    }
  }
}

const deployment: Rule = {
  id: 'webmessaging.deployment',
  about: '“fromAddress” must be the id of an active deployment. Choose one.',
  phase: 'preflight',
  title: 'The deployment cannot send',
  refusedWith: 'not-documented',
  confidence: 'inferred',
  sources: [sources.models, sources.openapi],
  look: (attempt) => {
    const send = webSend(attempt)
    if (!send) return undefined
    if (send.fromAddress === undefined)
      return fails(
        '“fromAddress” is missing. For web messaging it is the id of the deployment.',
        'Choose the deployment.',
        [],
        'documented'
      )
    const { deployments } = attempt.situation
    const settle = 'Read GET /api/v2/webdeployments/deployments.'
    if (!deployments.known) return cannotTell('whether “fromAddress” is an active deployment', deployments, settle)
    const found = deployments.value.find(({ id }) => id === send.fromAddress)
    if (!found)
      return fails(
        `“fromAddress” is ${send.fromAddress}, and the organisation has no deployment with this id.`,
        `Choose one of its deployments. ${settle}`
      )
    return found.status === 'Active'
      ? undefined
      : fails(`The deployment “${found.name}” has the status ${found.status}.`, 'Choose an active one, or publish this one.', [
          { text: `status ${found.status}`, from: deployments.from.source }
        ])
  }
}

const effect: Rule = {
  id: 'agentless.webmessaging-effect',
  about: 'Agentless web messaging is new; how a guest sees it, and whether every organisation has it, is not documented.',
  phase: 'preflight',
  title: 'How the guest sees it is not documented',
  confidence: 'not-documented',
  sources: [sources.models, sources.sdk],
  look: (attempt) =>
    webSend(attempt)
      ? notes(
          'Agentless takes web messaging since June 2026. Whether every organisation has it, and how a guest whose session is read-only, expired or offline sees the message, is not documented.',
          'Send to a guest of your own first, and look at the messenger.'
        )
      : undefined
}

export const webMessagingRules: readonly Rule[] = [contactMissing, contactForm, contactStale, deployment, effect]
