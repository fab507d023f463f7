import type { Finding } from '../diagnosis/finding'
import type { Situation } from '../model/situation'
import { mediaUploadRequest, type MediaFile } from '../platform/mediaUpload'
import { judge } from './judge'

/** Why a file cannot be sent, as far as it is known before it is uploaded; `undefined` when nothing is known against it. */
export const uploadProblem = (situation: Situation, file: MediaFile): Finding | undefined =>
  judge(situation, { ...mediaUploadRequest(file), credential: 'user' }).findings.find(({ severity }) => severity === 'error')
