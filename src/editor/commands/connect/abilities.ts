import * as vscode from 'vscode'
import { sendPermissions, type SendPermission } from '../../../followUp/sendPermissions'
import type { SendingRoute } from '../../../followUp/route'
import type { Credential } from '../../../model/credential'

const sendName = (send: SendingRoute['id']): string => {
  switch (send) {
    case 'agentMessage':
      return vscode.l10n.t('send as an agent')
    case 'agentless':
      return vscode.l10n.t('send without an agent')
    case 'outbound':
      return vscode.l10n.t('open an outbound conversation')
  }
}

const missingNames = ({ permissions, anyOf, scope }: Extract<SendPermission, { readonly kind: 'missing' }>): readonly string[] => [
  ...(permissions.length === 0 ? [] : [permissions.join(anyOf ? vscode.l10n.t(' or ') : vscode.l10n.t(' and '))]),
  ...(scope === undefined ? [] : [vscode.l10n.t('the scope {0}', scope)])
]

/** What the credentials of a connection may do, in sentences: which of the sends, and what is missing for the others. */
export const abilities = (credentials: readonly Credential[]): string => {
  const sends = credentials.flatMap((credential) => sendPermissions(credential))
  const permitted = sends.filter(({ permission }) => permission.kind === 'permitted').map(({ send }) => sendName(send))
  const missing = sends.flatMap(({ send, permission }) =>
    permission.kind === 'missing'
      ? [vscode.l10n.t('To {0}, it lacks {1}.', sendName(send), missingNames(permission).join(vscode.l10n.t(' and ')))]
      : []
  )
  const notKnown = sends.filter(({ permission }) => permission.kind === 'notKnown').map(({ send }) => sendName(send))
  return [
    permitted.length === 0 ? undefined : vscode.l10n.t('It may {0}.', permitted.join(', ')),
    ...missing,
    notKnown.length === 0 ? undefined : vscode.l10n.t('Whether it may {0} could not be read.', notKnown.join(', ')),
    credentials.some(({ kind }) => kind === 'client') ? undefined : vscode.l10n.t('For agentless messages add an OAuth client.'),
    credentials.some(({ kind }) => kind === 'user') ? undefined : vscode.l10n.t('For the agent’s sends add a user.')
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ')
}
