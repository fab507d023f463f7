import * as z from 'zod/mini'
import type { Instant } from '../model/instant'
import { draftPrefix } from './drafts'
import type { KeyValueStorage } from './storage'

const dated = z.object({ at: z.number() })

/**
 * Forgets the drafts that were last changed at `keepSince` or before. One that has no moment yet counts from now on.
 * @param now by this machine’s clock
 */
export const forgetOldDrafts = async (storage: KeyValueStorage, keepSince: Instant, now: Instant): Promise<void> => {
  for (const key of storage.keys().filter((each) => each.startsWith(draftPrefix))) {
    const saved = storage.get(key)
    const parsed = dated.safeParse(saved)
    const at = parsed.success ? parsed.data.at : now
    if (at <= keepSince) await storage.update(key, undefined)
    else if (!parsed.success && typeof saved === 'object') await storage.update(key, { ...saved, at })
  }
}
