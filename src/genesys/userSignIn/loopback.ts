import { createServer, type ServerResponse } from 'node:http'
import { SignInError } from './signInError'
import type { Redirect, TakeAnswer } from './redirect'

/** Nothing of the request is in it, and it needs nothing from anywhere. */
const page = (title: string, text: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title}</title>
<body style="font-family: system-ui, sans-serif; margin: 4rem auto; max-width: 34rem; line-height: 1.5">
<h1 style="font-size: 1.4rem">${title}</h1>
<p>${text}</p>
</body>
</html>
`

const taken = page('You can close this window', 'Messaging Inspector has your answer. Go back to the editor.')
const foreign = page(
  'This is not the answer that is waited for',
  'Sign in with the page that the editor opened last, or start the sign-in again there.'
)

const reply = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    connection: 'close'
  })
  response.end(body)
}

/**
 * A server on this machine’s loopback address that waits for the answer of one sign-in and then closes. Its address begins with `http://localhost`,
 * which is what OAuth clients have registered. Source: RFC 8252, section 7.3.
 * @param port 0 is any free one
 * @throws SignInError when the port cannot be had
 */
export const openLoopback = async (port = 0): Promise<Redirect> => {
  let take: TakeAnswer = () => false
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (request.method !== 'GET' || url.pathname !== '/') {
      reply(response, 404, foreign)
      return
    }
    const isOurs = take(url.searchParams)
    reply(response, isOurs ? 200 : 400, isOurs ? taken : foreign)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new SignInError({ kind: 'noLoopback', why: error.message }))
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new SignInError({ kind: 'noLoopback', why: 'it has no port' })
  return {
    uri: `http://localhost:${address.port}`,
    listen: (given) => {
      take = given
    },
    close: () => {
      take = () => false
      // What is being answered is answered to its end.
      server.close()
      server.closeIdleConnections()
    }
  }
}
