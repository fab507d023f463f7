import type { Assumption } from './assumption'

/** What is configured, listed and counted. */
export const configurationAssumptions = {
  'query.missing': {
    does: 'Answers 400 `bad.request` to a required query parameter that is missing.',
    unknown: 'The code.',
    settledBy: 'A listing of responses without `libraryId` on a real organisation.'
  },
  'queue.member-change': {
    does: 'Answers 204, and asks for one of `routing:queue:edit`, `routing:queueMember:manage` and `routing:queue:join`.',
    unknown: 'The status, and the permissions: the sources that the sandbox is built on do not name them.',
    settledBy: 'The operation’s page in Genesys’ API Explorer.'
  },
  'permissions.not-listed': {
    does: 'Asks for the permission that neighbouring operations ask for.',
    unknown: 'Which permissions this operation needs: the sources that the sandbox is built on do not name them.',
    settledBy: 'The operation’s page in Genesys’ API Explorer.'
  },
  'contacts.search': {
    does: 'Finds contacts that have all words of `q` in their names, e-mail addresses, telephone numbers, title or identifiers, and not those that were merged into another. Answers 400 `invalid.query.param.value` beyond the first 1,000.',
    unknown:
      'Which fields are searched, how words are compared, whether merged contacts are found, and the code beyond the first 1,000 records. That only those can be read is documented.',
    settledBy: 'A few searches on a real organisation.'
  },
  'contact.created': {
    does: 'Makes a contact that is created through the API a curated one, which never expires.',
    unknown: 'Which type such a contact has.',
    settledBy: 'A new contact read back on a real organisation.'
  },
  'contact.merged-read': {
    does: 'Answers with the merged contact’s own record, in which `mergedTo` and `canonicalContact` name the contact that stands for it.',
    unknown: 'Whether the answer is this record or that of the contact that stands for it, as the name of `…/unresolved` suggests.',
    settledBy: 'A GET of a merged contact, with and without `/unresolved`, on a real organisation.'
  },
  'contact.merge': {
    does: 'Makes a new curated contact with the values of the contact that was changed last, and what that one lacks from the others. Answers 400 `bad.request` to two curated contacts where they cannot be merged.',
    unknown:
      'The type of the new contact, the exact choice of values, and the code. That a new record is made, and that the older operation does not merge two curated contacts, is documented.',
    settledBy: 'Both merge operations on a real organisation.'
  },
  'contact.patch': {
    does: 'Answers 409 `request.conflict` when a field and its parent are changed in one request.',
    unknown: 'The code. The status is documented.',
    settledBy: 'A PATCH of `$.address` and `$.address.city` on a real organisation.'
  },
  'identifier.unknown': {
    does: 'Answers 404 `not.found` when no contact has the identifier.',
    unknown: 'What a lookup that finds nothing gets.',
    settledBy: 'A lookup of a made-up e-mail address on a real organisation.'
  },
  'integration.at-once': {
    does: 'Answers 200 to a new integration, which is active from that moment; nothing calls its webhook.',
    unknown: 'When the answer is 200 and when 202, and how long an integration takes to become active.',
    settledBy: 'A new open messaging integration on a real organisation.'
  },
  'threading.left-out': {
    does: 'Takes the list for the whole of it: a channel that is left out has the default window from then on.',
    unknown: 'Whether a channel that is left out keeps its window.',
    settledBy: 'A PUT with one channel, and a GET after it, on a real organisation.'
  },
  'supported-content.default': {
    does: 'Answers 400 `supported.content.in.use` when the default profile is to be deleted.',
    unknown: 'The code for deleting the default.',
    settledBy: 'A DELETE of the default profile on a real organisation.'
  },
  'query.unknown-value': {
    does: 'Answers 400 `invalid.query.param.value` to an `expand` that the operation does not list.',
    unknown: 'Whether it is refused or passed over. The code is documented for every operation.',
    settledBy: 'A listing with a made-up `expand` on a real organisation.'
  },
  'analytics.segment-order': {
    does: 'Puts conversations in the order of the segment of theirs that started, or ended, last.',
    unknown: 'Which of its segments a conversation is put in order by.',
    settledBy: 'A query in the order of `segmentStart` on a real organisation.'
  },
  'analytics.unknown-ids': {
    does: 'Leaves conversations that analytics does not have out of the answer.',
    unknown: 'Whether an unknown id is left out or refused.',
    settledBy: 'A read of two conversations, one with a made-up id, on a real organisation.'
  },
  'analytics.jobs': {
    does: 'Has a job pending after half a second, fulfilled after one and a half, and expired a day later. Answers 202 while it works and 200 after, gives 100 results to a page and 1,000 at most, and 400 `bad.request` where there are none to read.',
    unknown: 'How long each step takes, how long results stay, how many are on a page, and the codes.',
    settledBy: 'A job on a real organisation, asked for its status and its results at once, when it is fulfilled, and days later.'
  },
  'analytics.limits': {
    does: 'Answers 400 `bad.request` to an interval that is missing, no ISO 8601 interval, or longer than 31 days, and to pages of more than 100 rows.',
    unknown: 'The numbers and the codes: they are well known and stand in no published document.',
    settledBy: 'A query over 32 days and one with a page size of 101 on a real organisation.'
  }
} as const satisfies Record<string, Assumption>
