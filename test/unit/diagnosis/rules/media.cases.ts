import type { Attempt } from '../../../../src/diagnosis/attempt'
import { known } from '../../../../src/model/fact'
import type { Situation } from '../../../../src/model/situation'
import { attempt } from '../../support/attempt'
import { withAgent } from '../../support/conversation'
import { agentSend, asking } from '../../support/exchange'
import { ids } from '../../support/ids'
import type { CasesByRule, Firing } from '../../support/ruleCases'
import { notRead, situationOf } from '../../support/situation'

const announcing = (fileName: string, contentLengthBytes = 1000, messengerType = 'webmessaging', facts: Partial<Situation> = {}): Attempt =>
  attempt({
    situation: situationOf(withAgent('connected', messengerType), facts),
    request: asking(`POST /api/v2/conversations/messages/${ids.conversation}/communications/${ids.agentLeg}/messages/media/uploads`, {
      fileName,
      contentLengthBytes
    }),
    credential: 'user'
  })

const allowing = (...ranges: readonly string[]): Partial<Situation> => ({ outboundMedia: known(ranges, { source: 'the profile' }) })

const picture = { when: 'it is a small picture', attempt: announcing('tent.png') }
const media = { when: 'a file is sent that was uploaded', attempt: attempt({ request: agentSend({ mediaIds: ['m-1'] }) }) }
const named = (name: string): Firing => ({
  when: `the file is called “${name}”`,
  attempt: announcing(name),
  severity: 'error',
  cause: /has white space or one of/
})

const tenMegabytes = 10 * 1024 * 1024

export const mediaCases: CasesByRule = {
  'media.file-name': {
    fires: [named('my tent.png'), named('.tent'), named('tent/'), named('tent[1].png'), named('tent#1.png')],
    silent: [picture, media],
    unknown: 'needs only the request'
  },

  'media.size': {
    fires: [
      {
        when: 'web messaging gets more than 10 MB',
        attempt: announcing('tent.png', tenMegabytes + 1),
        severity: 'error',
        evidence: /10485761 bytes/
      }
    ],
    silent: [picture, media, { when: 'it is 10 MB', attempt: announcing('tent.png', tenMegabytes) }],
    unknown: [
      {
        when: 'the channel is one whose largest file is not documented',
        attempt: announcing('tent.png', tenMegabytes + 1, 'whatsapp'),
        says: /on WhatsApp is not documented/
      },
      {
        when: 'the conversation was not read',
        attempt: announcing('tent.png', tenMegabytes + 1, 'webmessaging', { conversation: notRead }),
        says: /channel not known is not documented/
      }
    ]
  },

  'media.type': {
    fires: [
      {
        when: 'the profile allows other types',
        attempt: announcing('tent.mp4'),
        severity: 'error',
        evidence: /outbound: image\/\*, application\/pdf/
      },
      {
        when: 'the profile allows nothing',
        attempt: announcing('tent.png', 1000, 'webmessaging', allowing()),
        severity: 'error',
        cause: /allows no files/,
        remedy: /another type/
      }
    ],
    silent: [
      picture,
      media,
      { when: 'the profile names the type', attempt: announcing('Bill.PDF') },
      { when: 'the profile allows every type', attempt: announcing('tent.model', 1000, 'webmessaging', allowing('*/*')) }
    ],
    unknown: [
      {
        when: 'the profile was not read',
        attempt: announcing('tent.png', 1000, 'webmessaging', { outboundMedia: notRead }),
        says: /It was not read/
      },
      { when: 'the file’s name says no type', attempt: announcing('tent.model'), says: /What type “tent\.model” is of/ }
    ]
  }
}
