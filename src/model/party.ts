import type { LegState, Party } from './conversation'

const parties: ReadonlyMap<string, Party> = new Map<string, Party>([
  ['customer', 'customer'],
  ['agent', 'agent'],
  ['user', 'agent'],
  ['acd', 'queue'],
  ['workflow', 'automation'],
  ['ivr', 'automation'],
  ['botflow', 'automation'],
  ['bot', 'automation'],
  ['api', 'automation']
])

/** The party behind a participant's `purpose`, which is an open string in the conversation API (platform-client-sdk-dotnet 270.0.0, `Participant.purpose`). */
export const partyOf = (purpose: string): Party => parties.get(purpose.toLowerCase()) ?? 'other'

const legStates: ReadonlyMap<string, LegState> = new Map<string, LegState>([
  ['connected', 'connected'],
  ['alerting', 'alerting'],
  ['dialing', 'alerting'],
  ['contacting', 'alerting'],
  ['offering', 'alerting'],
  ['parked', 'parked'],
  ['disconnected', 'disconnected'],
  ['terminated', 'disconnected']
])

/** The state behind the platform's word (`Message.state` and `MessageMediaParticipant.state` of the same SDK). */
export const legStateOf = (rawState: string): LegState => legStates.get(rawState.toLowerCase()) ?? 'unrecognised'
