/** Internet media types by the ending of a file’s name. Source: IANA’s registry of media types. */
const byEnding: ReadonlyMap<string, string> = new Map([
  ['aac', 'audio/aac'],
  ['csv', 'text/csv'],
  ['doc', 'application/msword'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['gif', 'image/gif'],
  ['heic', 'image/heic'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['json', 'application/json'],
  ['m4a', 'audio/mp4'],
  ['mov', 'video/quicktime'],
  ['mp3', 'audio/mpeg'],
  ['mp4', 'video/mp4'],
  ['mpeg', 'video/mpeg'],
  ['ogg', 'audio/ogg'],
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['ppt', 'application/vnd.ms-powerpoint'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['rtf', 'application/rtf'],
  ['txt', 'text/plain'],
  ['vcf', 'text/vcard'],
  ['wav', 'audio/wav'],
  ['webm', 'video/webm'],
  ['webp', 'image/webp'],
  ['xls', 'application/vnd.ms-excel'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['zip', 'application/zip']
])

/** The media type that a file’s name stands for; `undefined` for an ending that is not known here. */
export const mediaTypeOf = (fileName: string): string | undefined => {
  const [, ending] = /\.([^./]+)$/.exec(fileName) ?? []
  return ending === undefined ? undefined : byEnding.get(ending.toLowerCase())
}

/**
 * Whether a media type is in one of the ranges that a supported content profile allows. Source: published OpenAPI, `MediaType.type`: a type, a
 * family of types (“image/*”), or all.
 */
export const isInRanges = (ranges: readonly string[], mediaType: string): boolean => {
  const wanted = mediaType.toLowerCase()
  const family = `${wanted.split('/')[0] ?? ''}/*`
  return ranges.some((range) => ['*/*', family, wanted].includes(range.toLowerCase()))
}
