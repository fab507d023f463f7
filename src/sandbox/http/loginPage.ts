import { html } from 'hono/html'
import type { AuthorizationRequest } from '../credentials/authorizationRequest'
import type { User } from '../organisation/organisation'
import type { Page } from './page'

/** What the buttons of the page send: one of the two fields. */
export const loginFields = { user: 'user', deny: 'deny' } as const

/** What a browser holds a redirect after a form against: the origin, or the scheme where there are no origins. */
const redirectTarget = (redirectUri: string): string => {
  const { origin, protocol } = new URL(redirectUri)
  return origin === 'null' ? protocol : origin
}

const userButton = ({ id, name, email }: User) =>
  html`<button type="submit" name="${loginFields.user}" value="${id}"><strong>${name}</strong>${email}</button>`

/** Asks as whom to sign in. The form goes to the address that the page has, which is checked again when it comes. */
export const loginPage = ({ app, redirectUri }: AuthorizationRequest, users: readonly User[]): Page => ({
  title: `Sign in to the sandbox for ${app.name}`,
  formTarget: redirectTarget(redirectUri),
  content: html`<p>
      ${app.name} wants to act for a user of this local organisation. Nothing in it is real, so there is no password: choose a user, and you
      go back to
      <code>${redirectUri}</code>.
    </p>
    <form method="post">
      ${users.map(userButton)}
      <button type="submit" name="${loginFields.deny}" value="yes"><strong>Deny</strong>Go back without signing in</button>
    </form>`
})

/** Says why nobody can sign in with this address. */
export const unanswerablePage = (words: string): Page => ({
  title: 'The sandbox cannot sign you in',
  content: html`<p>${words}</p>
    <p>
      You are not sent back, because it is not certain who would get the answer. Correct the address in the program that sent you here, and
      try again.
    </p>`
})

/** The sandbox remembers no sign-in in the browser, so there is nothing to end. */
export const signedOutPage: Page = {
  title: 'Signed out of the sandbox',
  content: html`<p>The sandbox keeps nobody signed in here. Tokens that were issued stay valid until they expire or are revoked.</p>`
}
