import assert from 'node:assert/strict'
import { parseUuid, type Uuid } from '../../../src/model/ids'

/** A UUID that is easy to tell from others in a failed assertion: `00000000-0000-4000-8000-00000000002a` for 42. */
export const uuid = (number: number): Uuid => {
  const made = parseUuid(`00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`)
  assert.ok(made, 'a small whole number')
  return made
}

export const ids = {
  conversation: uuid(1),
  otherConversation: uuid(2),
  message: uuid(3),
  customer: uuid(10),
  customerLeg: uuid(11),
  contact: uuid(12),
  agent: uuid(20),
  agentLeg: uuid(21),
  agentUser: uuid(22),
  otherAgent: uuid(30),
  otherAgentLeg: uuid(31),
  queue: uuid(40),
  queueLeg: uuid(41),
  flow: uuid(50),
  flowLeg: uuid(51),
  deployment: uuid(60),
  integration: uuid(70),
  whatsAppIntegration: uuid(71),
  appleIntegration: uuid(72),
  nobody: uuid(99)
} as const
