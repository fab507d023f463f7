import * as vscode from 'vscode'

/** Opens docs/rules.md, which comes with the extension, as a preview at a rule. */
export const ruleReference =
  (extensionUri: vscode.Uri) =>
  async (rule: string): Promise<void> => {
    const document = vscode.Uri.joinPath(extensionUri, 'docs', 'rules.md').with({ fragment: rule.replaceAll('.', '') })
    await vscode.commands.executeCommand('markdown.showPreviewToSide', document)
  }
