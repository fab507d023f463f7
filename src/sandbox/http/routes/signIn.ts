import { Hono } from 'hono'
import { readAuthorizationRequest, type ReadAuthorizationRequest } from '../../credentials/authorizationRequest'
import type { AuthorizationCodes } from '../../credentials/authorizationCodes'
import type { CredentialStore } from '../../credentials/credentialStore'
import type { App } from '../../credentials/oauthClient'
import { isRegistered, withParameters } from '../../credentials/redirectUri'
import type { World } from '../../world'
import { assumeFor, type Environment, type RequestContext } from '../environment'
import { loginFields, loginPage, signedOutPage, unanswerablePage } from '../loginPage'
import { answerPage } from '../page'

/** Where a user signs in with their browser. The platform has these pages on its login host. */
export const signInRoutes = (world: World, credentials: CredentialStore, codes: AuthorizationCodes): Hono<Environment> => {
  const appWith = (id: string): App | undefined => {
    const client = credentials.client(id)
    return client?.kind === 'program' ? undefined : client
  }

  const parametersOf = (c: RequestContext): URLSearchParams => new URL(c.req.url).searchParams

  const refuse = (c: RequestContext, read: Exclude<ReadAuthorizationRequest, { kind: 'accepted' }>): Response | Promise<Response> => {
    assumeFor(c)('oauth.sign-in')
    if (read.kind === 'unanswerable') return answerPage(c, unanswerablePage(read.words), 400)
    const { redirectUri, error, words, state } = read
    return c.redirect(withParameters(redirectUri, { error, error_description: words, state }))
  }

  const routes = new Hono<Environment>()

  routes.get('/oauth/authorize', (c) => {
    const read = readAuthorizationRequest(parametersOf(c), appWith)
    if (read.kind !== 'accepted') return refuse(c, read)
    return answerPage(c, loginPage(read.request, world.organisation.users))
  })

  routes.post('/oauth/authorize', (c) => {
    const read = readAuthorizationRequest(parametersOf(c), appWith)
    if (read.kind !== 'accepted') return refuse(c, read)
    const { redirectUri, state } = read.request
    const form = new URLSearchParams(c.var.body)
    if (form.has(loginFields.deny)) {
      return c.redirect(withParameters(redirectUri, { error: 'access_denied', error_description: 'The user did not agree.', state }))
    }
    const user = world.organisation.users.find(({ id }) => id === form.get(loginFields.user))
    if (user === undefined) return answerPage(c, loginPage(read.request, world.organisation.users), 400)
    return c.redirect(withParameters(redirectUri, { code: codes.issue(read.request, user, world.clock.now()), state }))
  })

  routes.get('/logout', (c) => {
    const parameters = parametersOf(c)
    const app = appWith(parameters.get('client_id') ?? '')
    const redirectUri = parameters.get('redirect_uri')
    if (app !== undefined && redirectUri !== null && isRegistered(app.redirectUris, redirectUri)) return c.redirect(redirectUri)
    return answerPage(c, signedOutPage)
  })
  return routes
}
