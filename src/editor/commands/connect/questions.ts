import * as vscode from 'vscode'
import { addedEndpoint, apiOrigin } from '../../../genesys/endpoint'
import { parseUuid } from '../../../model/ids'
import { regions } from '../../../platform/regions'
import type { WayBack } from '../../authentication/browserSignIn'
import { inputStep, pickStep, type Answer, type Choice, type Question } from '../steps'
import type { ConnectWith, Draft } from './draft'

/** Asks one thing, and puts the answer into the draft. */
export type Ask = (draft: Draft, question: Question) => Promise<Answer<Draft>>

/** What the questions need to know. */
export interface Surroundings {
  readonly additionalHosts: readonly string[]
  /** What an OAuth client must have registered for the way back to the editor. */
  readonly editorRedirectUri: string
}

const into = <Value>(answer: Answer<Value>, change: (value: Value) => Draft): Answer<Draft> =>
  answer.kind === 'next' ? { kind: 'next', value: change(answer.value) } : answer

type Place = NonNullable<Draft['endpoint']>

const placeChoices = (
  additionalHosts: readonly string[],
  chosen: Draft['endpoint']
): { choices: readonly Choice<Place>[]; chosen?: Place } => {
  const ofRegions = regions.map(({ name, domain, place }) => ({
    label: place,
    description: name,
    detail: domain,
    value: { kind: 'region', region: name } as const
  }))
  const ofHosts = additionalHosts.flatMap((host) => {
    const endpoint = addedEndpoint(host)
    const detail = endpoint && vscode.l10n.t('{0}, from your user settings', apiOrigin(endpoint))
    return detail === undefined ? [] : [{ label: host, detail, value: { kind: 'host', host } as const }]
  })
  const choices: readonly Choice<Place>[] = [...ofHosts, ...ofRegions]
  const before = choices.find(({ value }) => JSON.stringify(value) === JSON.stringify(chosen))?.value
  return before ? { choices, chosen: before } : { choices }
}

const place =
  (additionalHosts: readonly string[]): Ask =>
  async (draft, question) => {
    const placeHolder = vscode.l10n.t(
      'Where is the organisation? Type its place, its region, or the end of the address that you sign in at.'
    )
    const answer = await pickStep({ ...question, placeHolder, ...placeChoices(additionalHosts, draft.endpoint) })
    return into(answer, (endpoint) => ({ ...draft, endpoint }))
  }

const withChoices = (): readonly Choice<ConnectWith>[] => [
  {
    label: vscode.l10n.t('Both (recommended)'),
    detail: vscode.l10n.t('Makes all three sends: a user for the agent’s, a client for agentless.'),
    value: 'both'
  },
  {
    label: vscode.l10n.t('Sign in as a user (browser)'),
    detail: vscode.l10n.t('Sends as an agent, opens conversations, reads what the user may see.'),
    value: 'user'
  },
  {
    label: vscode.l10n.t('OAuth client (client credentials)'),
    detail: vscode.l10n.t('Sends agentless messages. Reads what the client’s roles permit.'),
    value: 'client'
  },
  {
    label: vscode.l10n.t('Paste an access token'),
    detail: vscode.l10n.t('A user’s token that you have. When it has ended, paste another one.'),
    value: 'token'
  }
]

const connectWith: Ask = async (draft, question) => {
  const placeHolder = vscode.l10n.t('What do you want to connect with?')
  const answer = await pickStep({ ...question, placeHolder, choices: withChoices(), chosen: draft.connectWith })
  return into(answer, (value) => ({ ...draft, connectWith: value }))
}

const wrongId = (text: string): string | undefined =>
  parseUuid(text) === undefined
    ? vscode.l10n.t('This is not a client id: an id is a UUID, such as 3f6c1c5e-6f5b-4b66-9d36-0f1f2f8d7f10.')
    : undefined

const idExample = '00000000-0000-0000-0000-000000000000'

const oauthClientId: Ask = async (draft, question) =>
  into(
    await inputStep({
      ...question,
      prompt: vscode.l10n.t(
        'Client ID of the OAuth client that signs users in: one with PKCE. It needs no secret. In Genesys Cloud: Admin > Integrations > OAuth.'
      ),
      placeHolder: idExample,
      value: draft.oauthClientId,
      check: wrongId
    }),
    (id) => ({ ...draft, oauthClientId: id })
  )

const wayBack =
  (editorRedirectUri: string): Ask =>
  async (draft, question) => {
    const choices: readonly Choice<WayBack>[] = [
      {
        label: vscode.l10n.t('To the editor'),
        description: editorRedirectUri,
        detail: vscode.l10n.t('The OAuth client has this redirect URI.'),
        value: 'editor'
      },
      {
        label: vscode.l10n.t('To a port of this machine'),
        description: 'http://localhost',
        detail: vscode.l10n.t('For an OAuth client that allows only this redirect URI.'),
        value: 'loopback'
      }
    ]
    const placeHolder = vscode.l10n.t('Where does the browser go after the sign-in? A redirect URI of the OAuth client.')
    return into(await pickStep({ ...question, placeHolder, choices, chosen: draft.wayBack }), (value) => ({ ...draft, wayBack: value }))
  }

const clientId: Ask = async (draft, question) =>
  into(
    await inputStep({
      ...question,
      prompt: vscode.l10n.t(
        'Client ID of the OAuth client that sends by itself (client credentials). Its roles say what it may do. In Genesys Cloud: Admin > Integrations > OAuth.'
      ),
      placeHolder: idExample,
      value: draft.clientId,
      check: wrongId
    }),
    (id) => ({ ...draft, clientId: id })
  )

const clientSecret: Ask = async (draft, question) =>
  into(
    await inputStep({
      ...question,
      prompt: vscode.l10n.t('Client secret of the same OAuth client. It is kept in the editor’s secret storage, and in no other place.'),
      password: true,
      value: draft.clientSecret
    }),
    (secret) => ({ ...draft, clientSecret: secret })
  )

const accessToken: Ask = async (draft, question) =>
  into(
    await inputStep({
      ...question,
      prompt: vscode.l10n.t('Access token of a user, without “Bearer”. It is kept in the editor’s secret storage, and in no other place.'),
      password: true,
      value: draft.accessToken,
      check: (text) => (/\s/.test(text) ? vscode.l10n.t('A token has no spaces in it.') : undefined)
    }),
    (token) => ({ ...draft, accessToken: token })
  )

const questionsOf = (means: ConnectWith | undefined, { editorRedirectUri }: Surroundings): readonly Ask[] => {
  const user = [oauthClientId, wayBack(editorRedirectUri)]
  const client = [clientId, clientSecret]
  switch (means) {
    case undefined:
      return []
    case 'user':
      return user
    case 'client':
      return client
    case 'both':
      return [...user, ...client]
    case 'token':
      return [accessToken]
  }
}

/** The questions of a draft, in order. What it connects with is not asked where only one thing will do. */
export const questions = (draft: Draft, only: ConnectWith | undefined, surroundings: Surroundings): readonly Ask[] => [
  place(surroundings.additionalHosts),
  ...(only === undefined ? [connectWith] : []),
  ...questionsOf(only ?? draft.connectWith, surroundings)
]
