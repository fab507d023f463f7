import type { Bodies } from './body'

const communicationStates = [
  'alerting',
  'dialing',
  'contacting',
  'offering',
  'connected',
  'disconnected',
  'terminated',
  'converting',
  'uploading',
  'transmitting',
  'parked',
  'none'
]

const recordingStates = ['ACTIVE', 'PAUSED', 'NONE']
const recordingRule = 'The description writes “paused” for a secure pause and “active” to resume.'

/** The bodies that change a conversation's state. Sources: models of purecloud-platform-client-v2 262.0.0, descriptions of the OpenAPI of July 2026. */
export const stateBodies: Bodies = {
  /** The model of answers too, which require `startTime` and `participants`. A PATCH is documented for state, recording, and joining a conference. */
  Conversation: {
    fields: {
      id: { type: 'string' },
      name: { type: 'string' },
      externalTag: { type: 'string' },
      startTime: { type: 'date-time' },
      endTime: { type: 'date-time' },
      address: { type: 'string' },
      participants: { type: 'array', of: 'Participant' },
      conversationIds: { type: 'array', of: 'string', rule: 'Conversations to merge into this one, for a conference.' },
      maxParticipants: { type: 'integer' },
      recordingState: { type: 'string', values: recordingStates, rule: recordingRule },
      state: {
        type: 'string',
        values: ['disconnected'],
        rule: 'No other value is valid, and it is never there when a conversation is read.'
      },
      divisions: { type: 'array', of: 'ConversationDivisionMembership' },
      recentTransfers: { type: 'array', of: 'TransferResponse' },
      securePause: { type: 'boolean' },
      utilizationLabelId: { type: 'string' },
      inactivityTimeout: { type: 'date-time' },
      selfUri: { type: 'string' }
    }
  },
  MediaParticipantRequest: {
    fields: {
      wrapup: { type: 'object', of: 'WrapupInput' },
      state: { type: 'string', values: ['connected', 'disconnected'], rule: '“connected” accepts, “disconnected” leaves.' },
      recording: { type: 'boolean' },
      muted: { type: 'boolean' },
      confined: { type: 'boolean' },
      held: { type: 'boolean' },
      wrapupSkipped: { type: 'boolean' },
      resumeTime: { type: 'date-time' }
    }
  },
  ParkingStateRequest: {
    fields: {
      state: { type: 'string', required: true, values: communicationStates },
      resumeTime: { type: 'date-time' }
    }
  },
  ConversationUser: { fields: { id: { type: 'string', required: true, rule: 'The user who gets the conversation.' } } },
  SetRecordingState: { fields: { recordingState: { type: 'string', values: recordingStates, rule: recordingRule } } },
  WrapupInput: {
    fields: {
      code: { type: 'string' },
      name: { type: 'string' },
      notes: { type: 'string' },
      tags: { type: 'array', of: 'string' },
      durationSeconds: { type: 'integer' },
      endTime: { type: 'date-time' },
      provisional: { type: 'boolean' },
      disableEndTimeUpdates: { type: 'boolean' }
    }
  }
}
