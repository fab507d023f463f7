declare const uuidBrand: unique symbol

/** A UUID in lower case: what the platform uses for conversations, participants, communications, deployments and contacts. */
export type Uuid = string & { readonly [uuidBrand]: true }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const isUuid = (text: string): text is Uuid => uuid.test(text)

/** The UUID in `text`, trimmed and in lower case; `undefined` when it is none. */
export const parseUuid = (text: string): Uuid | undefined => {
  const candidate = text.trim().toLowerCase()
  return isUuid(candidate) ? candidate : undefined
}
