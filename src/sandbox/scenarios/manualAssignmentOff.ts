import { shopScenario } from './shopScenario'

export const manualAssignmentOff = shopScenario({
  title: 'Manual assignment off',
  summary: 'A customer waits in a queue that does not allow conversations to be assigned by hand.',
  tryThis:
    'Run “Assign to Me…” on Megan Doyle (queued-sms): POST /api/v2/conversations/{conversationId}/assign is answered with 400 feature.not.enabled. GET /api/v2/routing/queues/{queueId} shows enableManualAssignment as false.',
  about: 'queued-sms',
  trial: { kind: 'assignToUser', conversation: 'queued-sms' },
  conversations: ['queued-sms'],
  configured: (organisation) => ({
    ...organisation,
    queues: organisation.queues.map((queue) => ({ ...queue, manualAssignment: false }))
  })
})
