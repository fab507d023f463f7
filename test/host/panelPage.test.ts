import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { panelHtml } from '../../src/editor/panel/html'

describe('The panel’s page', () => {
  const page = (): { readonly html: string; readonly own: string } => {
    const extension = vscode.extensions.getExtension<unknown>('messaging-inspector.genesys-messaging-inspector')
    assert.ok(extension)
    const panel = vscode.window.createWebviewPanel('test', 'Test', vscode.ViewColumn.Active)
    const html = panelHtml(panel.webview, extension.extensionUri)
    const own = panel.webview.cspSource
    panel.dispose()
    return { html, own }
  }

  it('may load and run the extension’s own files, and nothing else', () => {
    const { html, own } = page()
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? ''
    const directives = new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]))
    assert.deepEqual([...directives.keys()], ['default-src', 'script-src', 'style-src', 'font-src'])
    assert.equal(directives.get('default-src'), `'none'`)
    const nonce = /^'nonce-([\w+/=]{20,})'$/.exec(directives.get('script-src') ?? '')?.[1]
    assert.deepEqual(html.match(/<script[^>]*>/g), [`<script nonce="${nonce}">`])
    // Nothing in the script ends it early, or begins a comment of HTML.
    assert.equal(html.split('</script').length, 2)
    assert.equal(html.split('<!--').length, 2)
    for (const kind of ['style-src', 'font-src']) assert.equal(directives.get(kind), own)
  })

  it('has another nonce each time', () => {
    assert.notEqual(page().html, page().html)
  })
})
