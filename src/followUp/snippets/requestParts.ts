import type { PlannedRequest } from '../route'
import { printableJson } from './printableJson'

/** Stands where the token goes. No snippet ever holds a token. */
export const tokenPlaceholder = ({ credential }: Pick<PlannedRequest, 'credential'>): string => `<${credential} token>`

/** The body, its fields in the planned order. */
export const bodyText = ({ body }: PlannedRequest): string => printableJson(body, 2)
