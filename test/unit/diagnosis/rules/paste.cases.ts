import { attempt } from '../../support/attempt'
import { agentless, agentSend, exchangeOf } from '../../support/exchange'
import type { CasesByRule } from '../../support/ruleCases'

const url = 'https://api.mypurecloud.com/api/v2/conversations/messages/agentless'
const doubledQuote = `curl -X POST '${url}' -d '{"textBody":"It''s"}'`

export const pasteCases: CasesByRule = {
  'paste.shell-unclear': {
    fires: [
      {
        when: 'a quote is doubled, which PowerShell takes for one and bash for none',
        attempt: attempt(exchangeOf(doubledQuote)),
        severity: 'info',
        evidence: /^For bash it is POST .*"Its"\}\.\nFor PowerShell it is POST .*"It's"\}\.$/,
        remedy: /^Compare the request with what was meant\./
      },
      {
        when: 'backslashes are doubled between double quotes, which bash takes for one',
        attempt: attempt(exchangeOf(`curl -X POST "${url}" -d "{\\"textBody\\":\\"C:\\\\\\\\x\\"}"`)),
        severity: 'info',
        evidence: /^For bash .*\nFor the Windows command prompt /
      }
    ],
    silent: [
      { when: 'a prompt shows the shell', attempt: attempt(exchangeOf(`PS C:\\> ${doubledQuote}`)) },
      { when: 'it is the same request in each', attempt: attempt(exchangeOf(`curl -X POST '${url}' -d '{"textBody":"It is"}'`)) },
      { when: 'it was no command', attempt: attempt({ request: agentless() }) },
      { when: 'there is no request', attempt: attempt({}) },
      { when: 'it was pasted as HTTP', attempt: attempt({ request: agentSend() }) }
    ],
    unknown: 'needs only the request'
  }
}
