import type { Organisation } from '../organisation/organisation'
import { contactName } from '../organisation/organisation'
import { shopScenario } from './shopScenario'

/** The contact of an ended conversation, and the one that it was merged into. */
const [from, into] = ['Jamie Rivera', 'Priya Raman'] as const

const merged = (organisation: Organisation): Organisation => {
  const target = organisation.contacts.find((contact) => contactName(contact) === into)
  if (target === undefined) throw new Error(`${into} is not among the contacts.`)
  return {
    ...organisation,
    contacts: organisation.contacts.map((contact) => (contactName(contact) === from ? { ...contact, mergedInto: target.id } : contact))
  }
}

export const contactMerged = shopScenario({
  title: 'Contact merged',
  summary: 'The external contact of an ended conversation was merged into another one.',
  tryThis:
    'Run “Diagnose Send…” on Jamie Rivera (ended-web): an agentless send to the externalContactId of the conversation is refused. GET /api/v2/externalcontacts/contacts/{contactId} names in mergedTo the contact that stands for it; a send to that one is answered with 200.',
  about: 'ended-web',
  trial: { kind: 'agentlessSend', conversation: 'ended-web', as: 'client' },
  conversations: ['ended-web'],
  configured: merged
})
