import type { Request } from '../../exchange/exchange'
import type { Shell } from '../../exchange/shell'
import { sources } from '../../platform/sources'
import { notes, type Rule } from '../rule'

const shellName: Readonly<Record<Shell, string>> = { bash: 'bash', powerShell: 'PowerShell', cmd: 'the Windows command prompt' }

const longestShown = 300

const shortened = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text)

const bodyText = ({ body }: Request): string => {
  if (body === undefined) return 'no body'
  return `the body ${body.kind === 'json' ? JSON.stringify(body.value) : body.text}`
}

const inWords = (shell: Shell, request: Request): string =>
  `For ${shellName[shell]} it is ${request.method} ${request.url} with ${shortened(bodyText(request))}.`

const shellUnclear: Rule = {
  id: 'paste.shell-unclear',
  about:
    'A pasted command is another request in another shell, and nothing in it shows which one it is for. Compare the request with what was meant.',
  phase: 'preflight',
  title: 'The command is another request in another shell',
  confidence: 'documented',
  sources: [sources.bashQuoting, sources.powerShellQuoting, sources.windowsArguments],
  look: ({ exchange: { request, shellDoubt } }) =>
    request && shellDoubt
      ? notes(
          `It was read for ${shellName[shellDoubt.readFor]}. Read for ${shellDoubt.others.map(({ shell }) => shellName[shell]).join(' or ')}, it says something else, and nothing in it shows which one is right.`,
          'Compare the request with what was meant. To leave no doubt, paste it with the prompt before it, or as plain HTTP.',
          [
            { text: inWords(shellDoubt.readFor, request) },
            ...shellDoubt.others.map((other) => ({ text: inWords(other.shell, other.request) }))
          ]
        )
      : undefined
}

export const pasteRules: readonly Rule[] = [shellUnclear]
