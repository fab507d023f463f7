import { randomBytes } from 'node:crypto'
import { pageScript } from 'page:script'
import * as vscode from 'vscode'

/** The panel’s page: our script, which stands in it, our icons, and nothing else. */
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
    <!-- Switched on by the script when the page is there: VS Code shows no page before all that it asks for has come. -->
    <link id="vscode-codicon-stylesheet" rel="stylesheet" href="${uri('dist', 'codicon.css')}" disabled>
    <script nonce="${nonce}">${pageScript}</script>
  </body>
</html>`
}

/** The folder that the page may load from. */
export const localResources = (extensionUri: vscode.Uri): readonly vscode.Uri[] => [vscode.Uri.joinPath(extensionUri, 'dist')]
