// A webview that costs nothing but itself: what any panel costs at least.
const { commands, window } = require('vscode')

exports.activate = () => {
  commands.registerCommand('emptyWebview.open', () => {
    const panel = window.createWebviewPanel('emptyWebview', 'Empty', 1, { enableScripts: true })
    panel.webview.html = '<!DOCTYPE html><html lang="en"><title>Empty</title><body><textarea aria-label="Text"></textarea></body></html>'
  })
}
