import { messengerTypeOf } from '../../model/conversation'
import { unknown } from '../../model/fact'
import { isInRanges, mediaTypeOf } from '../../model/mediaType'
import { channelLabel } from '../../platform/channels'
import { isMediaFileName, largestWebMessagingMedia } from '../../platform/mediaUpload'
import { sources } from '../../platform/sources'
import { cannotTell, fails, undocumented, type Rule } from '../rule'

const fileName: Rule = {
  id: 'media.file-name',
  about: 'A file’s name may have no white space and none of \\{^}%`]">[~<#|. Send it under another name.',
  phase: 'preflight',
  title: 'The file’s name is not allowed',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.openapi],
  look: ({ upload }) =>
    upload?.fileName === undefined || isMediaFileName(upload.fileName)
      ? undefined
      : fails(
          `The name “${upload.fileName}” has white space or one of \\{^}%\`]">[~<#|, starts with a dot, or ends with a slash.`,
          'Announce it under a name without them.'
        )
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`

const size: Rule = {
  id: 'media.size',
  about:
    'Each channel has its own largest file: 400 “media.too.large” of the send. For web messaging it is 10 MB; of the others it is not documented.',
  phase: 'preflight',
  title: 'The file may be too large',
  refusedWith: ['media.too.large'],
  confidence: 'second-hand',
  sources: [sources.guestApi, sources.openapi],
  look: ({ upload, situation: { conversation } }) => {
    if (upload?.bytes === undefined || upload.bytes <= largestWebMessagingMedia) return undefined
    const evidence = [{ text: `The file has ${upload.bytes} bytes.` }]
    const messengerType = conversation.known ? messengerTypeOf(conversation.value) : undefined
    return messengerType === 'webmessaging'
      ? fails(
          `Web messaging takes files up to 10 MB, and this one has ${megabytes(upload.bytes)}.`,
          'Send a smaller one, or a link to it.',
          evidence
        )
      : undocumented(
          `The file has ${megabytes(upload.bytes)}. How large one may be on ${channelLabel(messengerType)} is not documented: “Media must comply with the size limits of the channel”.`,
          'Send a smaller one, or a link to it.',
          evidence
        )
  }
}

const type: Rule = {
  id: 'media.type',
  about:
    'The supported content profile of the sender does not allow the file’s type: the message is not sent. Send another type, or change the profile.',
  phase: 'preflight',
  title: 'The channel does not take files of this type',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.openapi],
  look: ({ upload, situation: { outboundMedia } }) => {
    if (upload?.fileName === undefined) return undefined
    const asked = 'whether the channel takes a file of this type'
    const settle = 'Read the supported content of the sender: GET /api/v2/conversations/messaging/supportedcontent.'
    if (!outboundMedia.known) return cannotTell(asked, outboundMedia, settle)
    const ranges = outboundMedia.value
    const mediaType = mediaTypeOf(upload.fileName)
    if (mediaType === undefined)
      return ranges.includes('*/*')
        ? undefined
        : cannotTell(asked, unknown(`What type “${upload.fileName}” is of is not known here.`), settle)
    return isInRanges(ranges, mediaType)
      ? undefined
      : fails(
          `“${upload.fileName}” is ${mediaType} by its name, and the supported content of the sender allows ${ranges.length === 0 ? 'no files' : ranges.join(', ')}.`,
          'Send a file of another type, or allow this one in the profile.',
          [{ text: `mediaTypes.allow.outbound: ${ranges.join(', ') || 'none'}.`, from: outboundMedia.from.source }]
        )
  }
}

export const mediaRules: readonly Rule[] = [fileName, size, type]
