import { randomUUID } from 'node:crypto'
import * as vscode from 'vscode'
import type { Connection } from '../../../genesys/connection'
import { addedEndpoint } from '../../../genesys/endpoint'
import { SignInError } from '../../../genesys/userSignIn/signInError'
import { additionalHosts } from '../../authentication/additionalHosts'
import type { BrowserSignIns } from '../../authentication/browserSignIn'
import { withUser, type Connector } from '../../authentication/connector'
import type { ConnectionProfile } from '../../authentication/profile'
import type { ConnectionSecrets, Secrets, UserToken } from '../../authentication/secrets'
import type { Session } from '../../authentication/session'
import { editorRedirectUri } from '../../authentication/signedInUris'
import { sentenceOf } from '../../failures'
import { inputStep, pickStep } from '../steps'
import { abilities } from './abilities'
import { planOf, type ConnectWith, type Draft, type Plan } from './draft'
import { questions } from './questions'

/** What making a connection works with. */
export interface ConnectMeans {
  readonly extensionId: string
  readonly browser: BrowserSignIns
  readonly connector: Connector
  readonly secrets: ConnectionSecrets
  readonly session: Session
}

/** The name and the mark of a connection are asked for when it is known which organisation it is. */
const questionsAfter = 2

const title = (): string => vscode.l10n.t('Connect a Genesys Cloud organisation')

/** A host of the settings that cannot be one is not offered, and said to be wrong. */
const warnOfHosts = (): void => {
  const wrong = additionalHosts().filter((host) => addedEndpoint(host) === undefined)
  if (wrong.length === 0) return
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'The setting genesysMessaging.additionalHosts has {0}, which is neither a domain such as example.com nor localhost with a port.',
      wrong.map((host) => `“${host}”`).join(', ')
    )
  )
}

/** Asks everything that comes before the sign-in. `undefined` when the person gives up. */
const ask = async (
  begun: Draft,
  only: ConnectWith | undefined,
  from: 'first' | 'last',
  extensionId: string
): Promise<Draft | undefined> => {
  const surroundings = { additionalHosts: additionalHosts(), editorRedirectUri: editorRedirectUri(extensionId) }
  let draft = begun
  let at = from === 'first' ? 0 : questions(draft, only, surroundings).length - 1
  for (;;) {
    const asks = questions(draft, only, surroundings)
    const current = asks[at]
    if (!current) return draft
    const answer = await current(draft, { title: title(), step: at + 1, totalSteps: asks.length + questionsAfter, canGoBack: at > 0 })
    if (answer.kind === 'cancelled') return undefined
    if (answer.kind === 'next') draft = answer.value
    at += answer.kind === 'next' ? 1 : -1
  }
}

interface Opened {
  readonly profile: ConnectionProfile
  readonly secrets: Secrets
  readonly connection: Connection
}

/** Signs in and opens the connection. Nothing is kept yet. */
const openPlan = async ({ endpoint, user, client }: Plan, { browser, connector }: ConnectMeans): Promise<Opened> => {
  const profile: ConnectionProfile = {
    id: randomUUID(),
    name: endpoint.kind === 'region' ? endpoint.region : endpoint.host,
    endpoint,
    isProduction: false,
    ...(user && { user: user.kind === 'browser' ? { oauthClientId: user.oauthClientId, wayBack: user.wayBack } : {} }),
    ...(client && { client: { id: client.id } })
  }
  const given: UserToken | undefined =
    user?.kind === 'browser'
      ? await browser.signIn({ connectionId: profile.id, name: profile.name, endpoint: connector.endpointOf(profile), ...user })
      : user
  const connection = await vscode.window.withProgress({ location: { viewId: 'genesysMessaging.conversations' } }, () =>
    connector.openWith(profile, { userToken: given, clientSecret: client?.secret })
  )
  const credential = connection.credentials.find(({ kind }) => kind === 'user')
  return { profile, connection, secrets: { userToken: given && credential && withUser(given, credential), clientSecret: client?.secret } }
}

/** Asks what the organisation is called here, and whether it is production. `undefined` when the person gives up. */
const askAfter = async (organisation: string, asked: number): Promise<Pick<ConnectionProfile, 'name' | 'isProduction'> | undefined> => {
  const totalSteps = asked + questionsAfter
  let isProduction: boolean | undefined
  for (;;) {
    const marked = await pickStep({
      title: title(),
      step: asked + 1,
      totalSteps,
      placeHolder: vscode.l10n.t('Is “{0}” a production organisation, with real customers?', organisation),
      choices: [
        {
          label: vscode.l10n.t('Yes, production'),
          detail: vscode.l10n.t('It is marked everywhere, and a send asks you to type the organisation’s name.'),
          value: true
        },
        { label: vscode.l10n.t('No, for development or tests'), detail: vscode.l10n.t('A send asks for a confirmation.'), value: false }
      ],
      chosen: isProduction
    })
    if (marked.kind !== 'next') return undefined
    isProduction = marked.value
    const named = await inputStep({
      title: title(),
      step: totalSteps,
      totalSteps,
      canGoBack: true,
      prompt: vscode.l10n.t('What is it called here?'),
      value: organisation
    })
    if (named.kind === 'next') return { name: named.value, isProduction }
    if (named.kind === 'cancelled') return undefined
  }
}

/** Tells what the connection may do. It stays until it is closed, and nothing waits for it. */
const tell = async (name: string, connection: Connection): Promise<void> => {
  await connection.described
  void vscode.window.showInformationMessage(vscode.l10n.t('“{0}” is connected. {1}', name, abilities(connection.credentials)))
}

/**
 * Asks where the organisation is and what to connect with, signs in, and keeps the connection. Giving up at any question leaves everything as it was;
 * what fails is said, and the questions can be gone through again with their answers.
 * @param only what to connect with, where only that will do
 * @returns the profile of the connection, or `undefined` when the person gave up
 */
export const connect = async (means: ConnectMeans, only?: ConnectWith): Promise<ConnectionProfile | undefined> => {
  warnOfHosts()
  let draft: Draft = only === undefined ? {} : { connectWith: only }
  for (let from: 'first' | 'last' = 'first'; ; from = 'last') {
    const answered = await ask(draft, only, from, means.extensionId)
    const plan = answered && planOf(answered)
    if (!plan) return undefined
    draft = answered
    let opened: Opened
    try {
      opened = await openPlan(plan, means)
    } catch (error) {
      if (error instanceof SignInError && error.failure.kind === 'replaced') return undefined
      const again = vscode.l10n.t('Change the Answers')
      if ((await vscode.window.showErrorMessage(sentenceOf(error), again)) !== again) return undefined
      continue
    }
    const surroundings = { additionalHosts: [], editorRedirectUri: '' }
    const after = await askAfter(opened.connection.organisation, questions(draft, only, surroundings).length)
    if (!after) {
      if (opened.secrets.userToken) await means.connector.discard(opened.profile, opened.secrets.userToken)
      return undefined
    }
    const profile = { ...opened.profile, ...after }
    await means.secrets.save(profile.id, opened.secrets)
    await means.session.adopt(profile, opened.connection)
    void tell(profile.name, opened.connection)
    return profile
  }
}
