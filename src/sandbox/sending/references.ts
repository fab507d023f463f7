// What the ids and addresses in a send’s body stand for.
import { documented } from '../documentedErrors'
import type { ExternalContact, Organisation, Queue, WebDeployment } from '../organisation/organisation'
import { Refusal } from '../refusal'

/** The refusal of an id or address that names nothing here. */
export const unknownReference = (message: string, field: string): Refusal =>
  new Refusal(documented.invalidValue, message, { field, restsOn: ['body.unknown-reference'] })

export const referencedContact = ({ contacts }: Organisation, contactId: string): ExternalContact => {
  const contact = contacts.find(({ id }) => id === contactId.toLowerCase())
  if (contact === undefined) throw unknownReference(`No external contact has the id ${contactId}.`, 'externalContactId')
  if (contact.mergedInto !== undefined) {
    throw new Refusal(documented.invalidValue, `External contact ${contactId} was merged into ${contact.mergedInto}.`, {
      field: 'externalContactId',
      restsOn: ['contact.merged']
    })
  }
  return contact
}

export const referencedQueue = ({ queues }: Organisation, queueId: string): Queue => {
  const queue = queues.find(({ id }) => id === queueId.toLowerCase())
  if (queue === undefined) throw unknownReference(`No queue has the id ${queueId}.`, 'queueId')
  return queue
}

/** The web deployment that a message is sent from: it must be active. */
export const referencedDeployment = ({ deployments }: Organisation, deploymentId: string): WebDeployment => {
  const deployment = deployments.find(({ id }) => id === deploymentId.toLowerCase())
  if (deployment === undefined) throw unknownReference(`No web deployment has the id ${deploymentId}.`, 'fromAddress')
  if (deployment.status !== 'Active') throw unknownReference(`Web deployment ${deployment.name} is not active.`, 'fromAddress')
  return deployment
}
