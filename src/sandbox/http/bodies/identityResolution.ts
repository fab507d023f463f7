import * as z from 'zod/mini'
import { documented } from '../../documentedErrors'
import type { Organisation } from '../../organisation/organisation'
import { Refusal } from '../../refusal'

/** What the published identity resolution configurations of all channels have. */
export const identityResolutionFields = {
  division: z.optional(z.strictObject({ id: z.optional(z.string()), name: z.optional(z.string()), selfUri: z.optional(z.string()) })),
  resolveIdentities: z.boolean(),
  selfUri: z.optional(z.string())
}

/** Whose contacts they become: a division that is there, or every one (`*`). */
export const checkDivision = ({ division }: Organisation, id: string | undefined): void => {
  if (id !== undefined && id !== '*' && id.toLowerCase() !== division.id) {
    throw new Refusal(documented.divisionNotFound, `This organisation has no division ${id}.`, { field: 'division' })
  }
}
