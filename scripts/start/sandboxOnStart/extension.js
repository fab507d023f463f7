// What a person would do first after installing the extension. It is an extension of its own, so that the product has no demonstration mode.
const { commands } = require('vscode')

exports.activate = async () => {
  await commands.executeCommand('genesysMessaging.startSandbox')
  await commands.executeCommand('genesysMessaging.conversations.focus')
}
