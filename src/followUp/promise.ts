import type { Finding } from '../diagnosis/finding'
import { connectedAgentLeg } from '../model/conversation'
import type { Situation } from '../model/situation'
import { agentlessChannels, channelLabel, outboundChannels } from '../platform/channels'
import type { PlannedRequest, SendingRoute } from './route'

/** When a route works, for a conversation that is not known. */
export const condition: Readonly<Record<SendingRoute['id'], string>> = {
  agentMessage: 'Works while an agent’s communication is connected, with that user’s token.',
  agentless: `Works when nobody is connected, for ${agentlessChannels.map(channelLabel).join(', ')}, with a client’s token.`,
  outbound: `Opens a conversation for an agent, for ${outboundChannels.map(channelLabel).join(', ')}, with a user’s token. The text follows as the agent’s message.`
}

const fromWhere = ({ deployments }: Situation, { body }: PlannedRequest): string => {
  if (body['toAddressMessengerType'] !== 'webmessaging') return `Sent from ${String(body['fromAddress'])} to ${String(body['toAddress'])}`
  const name = deployments.known ? deployments.value.find(({ id }) => id === body['fromAddress'])?.name : undefined
  return `Sent from the deployment${name === undefined ? '' : ` “${name}”`} to the guest’s external contact`
}

/** Why a route works, as a sentence with the names of what it uses. */
export const promise = (id: SendingRoute['id'], situation: Situation, request: PlannedRequest): string => {
  const { credentials, conversation } = situation
  const credential = credentials.known ? credentials.value.find(({ kind }) => kind === request.credential)?.name : undefined
  const withCredential = credential === undefined ? '' : `, with the ${request.credential} credential “${credential}”`
  switch (id) {
    case 'agentMessage': {
      const agent = conversation.known ? connectedAgentLeg(conversation.value) : undefined
      return `Sent on the connected communication of ${agent?.participant.name ?? 'the agent'}${withCredential}.`
    }
    case 'agentless':
      return `${fromWhere(situation, request)}${withCredential}.`
    case 'outbound':
      return `Opens the conversation for the agent${withCredential}. It sends no text: the text follows as the agent’s message.`
  }
}

/** What is not documented about a route that works, a sentence each. */
export const openQuestions = (findings: readonly Finding[]): string =>
  findings
    .filter(({ severity, confidence }) => confidence === 'not-documented' && (severity === 'warning' || severity === 'info'))
    .map(({ title }) => ` ${title}.`)
    .join('')
