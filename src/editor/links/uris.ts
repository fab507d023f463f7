import type * as vscode from 'vscode'
import { signedInPath, type SignedInUris } from '../authentication/signedInUris'

/** Takes the addresses that the system hands to the editor: answers of a login page, and links to conversations. */
export const uriHandler = (signedIn: SignedInUris, openLink: (uri: vscode.Uri) => Promise<void>): vscode.UriHandler => ({
  handleUri: async (uri) => {
    if (uri.path === signedInPath) signedIn.handleUri(uri)
    else await openLink(uri)
  }
})
