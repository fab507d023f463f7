import { folderStorages } from '../../store/outbox/folder'
import { memoryStorages, type SendStorages } from '../../store/outbox/storage'
import { sandboxId } from '../authentication/profile'

/**
 * Sends in a folder that all windows share. Those to the sandbox end with it: the next one has the same conversations, and none of the messages. With
 * 0 days everything ends with the session.
 */
export const sendStorages = (folder: string, keepDays: () => number): SendStorages => {
  const [kept, forSession] = [folderStorages(folder), memoryStorages()]
  return {
    of: (connectionId) => (connectionId === sandboxId || keepDays() === 0 ? forSession : kept).of(connectionId),
    clear: async () => {
      await Promise.all([kept.clear(), forSession.clear()])
    }
  }
}
