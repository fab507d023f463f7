import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { WebSocketServer } from 'ws'
import { readPageScript } from '../../../scripts/pageScript.mjs'
import { projectFolder } from '../../../scripts/projectFolder.mjs'

/** @type {Readonly<Record<string, string>>} */
const types = { '.css': 'text/css', '.ttf': 'font/ttf' }

/** @param {string} script */
const pageWith = (script) => `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="UTF-8">
    <link id="vscode-codicon-stylesheet" rel="stylesheet" href="codicon.css">
    <title>Panel</title>
  </head>
  <body><div id="root"></div><script>${script}</script></body>
</html>`

/**
 * A webview whose page runs in a browser, as `dist/` has it: the part of `vscode.Webview` that a panel uses. Messages go over a websocket, as
 * they do between VS Code's window and its extension host on a server.
 *
 * @param {import('playwright-core').Page} page
 */
export const openPanelPage = async (page) => {
  const html = pageWith(await readPageScript())
  const server = createServer((request, response) => {
    const name = path.basename(request.url ?? '')
    const [type, body] = name === '' ? ['text/html', html] : [types[path.extname(name)], readFile(path.join(projectFolder, 'dist', name))]
    Promise.resolve(body).then(
      (written) => response.writeHead(200, { 'content-type': type }).end(written),
      () => response.writeHead(404).end()
    )
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server of the panel’s page has no port.')
  const host = `127.0.0.1:${address.port}`
  /** @type {(message: unknown) => void} */
  let receive = () => undefined
  /** @type {import('ws').WebSocket | undefined} */
  let socket
  new WebSocketServer({ server }).on('connection', (connected) => {
    socket = connected
    connected.on('message', (data) => receive(JSON.parse(String(data))))
  })
  await page.addInitScript((extensionHost) => {
    const extension = new WebSocket(`ws://${extensionHost}`)
    const connected = new Promise((resolve) => extension.addEventListener('open', resolve))
    extension.addEventListener('message', ({ data }) => window.postMessage(JSON.parse(data)))
    /** @type {unknown} */
    let state
    const api = {
      postMessage: (/** @type {unknown} */ message) => void connected.then(() => extension.send(JSON.stringify(message))),
      getState: () => state,
      setState: (/** @type {unknown} */ given) => (state = given)
    }
    Object.assign(globalThis, { acquireVsCodeApi: () => api })
  }, host)
  return {
    onDidReceiveMessage: (/** @type {(message: unknown) => void} */ listener) => {
      receive = listener
      return { dispose: () => undefined }
    },
    postMessage: (/** @type {unknown} */ message) => socket?.send(JSON.stringify(message)),
    load: () => page.goto(`http://${host}/`),
    close: () => server.close()
  }
}
