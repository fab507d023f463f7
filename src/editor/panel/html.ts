import { randomBytes } from 'node:crypto'
import * as vscode from 'vscode'

/** The panel’s page: our script, our icons, and nothing else. */
export const panelHtml = (webview: vscode.Webview, extensionUri: vscode.Uri): string => {
  const nonce = randomBytes(16).toString('base64')
  const uri = (...path: string[]): string => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString()
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`
  ].join('; ')
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="UTF-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Genesys Messaging</title>
  </head>
  <body>
    <div id="root"></div>
    <!-- The icons come when they come: a style sheet above, or a script that is not async, would keep the page from being drawn until they are there. -->
    <link id="vscode-codicon-stylesheet" rel="stylesheet" href="${uri('dist', 'codicon.css')}">
    <script nonce="${nonce}" src="${uri('dist', 'webview.js')}" async></script>
  </body>
</html>`
}

/** The folder that the page may load from. */
export const localResources = (extensionUri: vscode.Uri): readonly vscode.Uri[] => [vscode.Uri.joinPath(extensionUri, 'dist')]
