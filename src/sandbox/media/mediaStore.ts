import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { mediaTypeOf, type Media, type Upload } from './media'

/** The largest file that a message can carry. Documented for web messaging only, and there second-hand: see the assumption `content.media`. */
export const largestMediaBytes = 10 * 1024 * 1024

/** The largest file that is read at all. */
export const largestUploadBytes = 20 * 1024 * 1024

const isKey = (key: string, given: string): boolean => {
  const bytes = Buffer.from(key)
  const others = Buffer.from(given)
  return bytes.length === others.length && timingSafeEqual(bytes, others)
}

const isAsAnnounced = ({ announcedBytes, announcedMd5 }: Media, bytes: Buffer): boolean =>
  bytes.length === announcedBytes && (announcedMd5 === undefined || createHash('md5').update(bytes).digest('base64') === announcedMd5)

/** The files that agents upload. */
export class MediaStore {
  readonly #media = new Map<string, Media>()

  announce(file: Omit<Media, 'key' | 'upload'>): Media {
    const media: Media = { ...file, key: randomBytes(16).toString('base64url'), upload: { kind: 'uploading' } }
    this.#media.set(media.id, media)
    return media
  }

  /** The files of one communication, in the order of their announcement. */
  of(communicationId: string): readonly Media[] {
    return [...this.#media.values()].filter((media) => media.communicationId === communicationId)
  }

  find(communicationId: string, id: string): Media | undefined {
    const media = this.#media.get(id.toLowerCase())
    return media?.communicationId === communicationId ? media : undefined
  }

  /** For whoever has the key. */
  withKey(id: string, key: string): Media | undefined {
    const media = this.#media.get(id)
    return media && isKey(media.key, key) ? media : undefined
  }

  /** Takes the bytes of a file: it is valid if they are what was announced. A file is uploaded once. */
  upload(media: Media, bytes: Buffer): Media {
    const upload: Upload = isAsAnnounced(media, bytes)
      ? { kind: 'valid', mediaType: mediaTypeOf(media.fileName), bytes }
      : { kind: 'invalid' }
    const after = { ...media, upload }
    this.#media.set(media.id, after)
    return after
  }
}
