import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { RequestContext } from './environment'

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
main { box-sizing: border-box; width: min(30rem, 100%); padding: 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
code { overflow-wrap: anywhere; }
button { box-sizing: border-box; width: 100%; margin: 0 0 0.75rem; padding: 0.75rem 1rem; border: 1px solid currentColor; border-radius: 4px; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer; }
button strong { display: block; }
button:hover { background: color-mix(in srgb, currentColor 10%, transparent); }
button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
`

const styleHash = createHash('sha256').update(style).digest('base64')

/** Made apart from the page: its hash is that of every letter between the tags. */
const styleElement = raw(`<style>${style}</style>`)

export type Markup = ReturnType<typeof html>

export interface Page {
  readonly title: string
  readonly content: Markup
  /** Where a form of the page may lead, beside the sandbox itself: a scheme or an origin. */
  readonly formTarget?: string
}

/** Answers with a page that runs no script, loads nothing and cannot be framed. */
export const answerPage = async (
  c: RequestContext,
  { title, content, formTarget = '' }: Page,
  status: 200 | 400 = 200
): Promise<Response> => {
  c.header(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self' ${formTarget}; base-uri 'none'; frame-ancestors 'none'`
  )
  c.header('Cache-Control', 'no-store')
  // With no-referrer, a browser would send the form with `Origin: null`, which is refused.
  c.header('Referrer-Policy', 'same-origin')
  c.header('X-Content-Type-Options', 'nosniff')
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`
  return c.html(page, status)
}
