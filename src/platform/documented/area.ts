/** What somebody wants who calls an operation. */
export type Purpose =
  | 'send'
  | 'startConversation'
  | 'changeState'
  | 'transfer'
  /** Brings a file to where a message can carry it. */
  | 'attach'
  | 'read'
  /** Brings a customer's message into the platform. */
  | 'receive'
  /** Offers a chat to a visitor who is on the page. */
  | 'offer'
  /** Stays among the organisation's own people. */
  | 'internal'
  /** Reaches the customer by e-mail or telephone. */
  | 'otherChannel'
  | 'configure'
  | 'subscribe'
  | 'other'

/**
 * Whose token an operation takes. `guest`: the JWT of a web messaging session. `none`: the OpenAPI names no security. `notDocumented` is no
 * permission: nothing says whether a user's and a client's token are both taken.
 */
export type Credential = 'user' | 'client' | 'either' | 'guest' | 'none' | 'notDocumented'

/** Where it is said: a listed error code, the security entry, the description, the developer blog of 27 September 2024; or it only follows. */
export type CredentialBasis = 'errorCode' | 'security' | 'description' | 'developerBlog' | 'inferred'

/** What is published of an operation, as short as it can be written. */
export interface Row {
  /** Where it is another one than the area's. */
  readonly purpose?: Purpose
  /** What it is for, in a sentence: for the operations that people are pointed to. */
  readonly summary?: string
  /** Where it does not follow from a listed error code. */
  readonly credential?: readonly [Credential, CredentialBasis]
  /** Permissions, all or any of them. Absent: the OpenAPI names none. */
  readonly needs?: `all ${string}` | `any ${string}` | 'notDocumented'
  /** It takes the read-only scope, although it is no GET. */
  readonly reads?: true
  /** The model of the request body. */
  readonly body?: string
  /** Success status → model of the answer, empty where there is none. */
  readonly ok?: Readonly<Partial<Record<number, string>>>
  /** Failure status → codes that are listed for this operation beyond those of every operation. */
  readonly errors?: Readonly<Partial<Record<number, string>>>
  /** It was read in the SDK only: its scopes, answers and error codes are not known here. */
  readonly fromSdk?: true
  readonly preview?: true
}

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Operations below one path, which have their scope, and mostly their purpose, in common. */
export interface Area {
  readonly at: string
  readonly purpose: Purpose
  readonly scope?: string
  /** False where the scope has no `:readonly` beside it. */
  readonly readonlyScope?: false
  /** `METHOD /rest of the path` → what is published of it. */
  readonly operations: Readonly<Record<`${Method}${string}`, Row>>
}
