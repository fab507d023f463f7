import type { BodyRow, Condition, FieldRow } from './documented/body'
import { inboundBodies } from './documented/inboundBodies'
import { sendBodies } from './documented/sendBodies'
import { stateBodies } from './documented/stateBodies'

/** A field of a request body. */
export interface RequestField extends Omit<FieldRow, 'required'> {
  readonly name: string
  readonly required: boolean
}

/** The body that a request takes. */
export interface RequestBody {
  /** As the SDK and the OpenAPI call it. */
  readonly model: string
  readonly fields: readonly RequestField[]
  /** Fields of which a request takes exactly one; empty where there is no such choice. It goes before what `required` says of them. */
  readonly oneOf: readonly string[]
  readonly conditions: readonly Condition[]
}

const rows: ReadonlyMap<string, BodyRow> = new Map(Object.entries({ ...sendBodies, ...inboundBodies, ...stateBodies }))

/** The models whose fields are described here. */
export const describedModels: readonly string[] = [...rows.keys()]

/** The fields of a model; `undefined` for one that is not described here. */
export const findRequestBody = (model: string): RequestBody | undefined => {
  const row = rows.get(model)
  return (
    row && {
      model,
      fields: Object.entries(row.fields).map(([name, { required = false, ...field }]) => ({ ...field, name, required })),
      oneOf: row.oneOf ?? [],
      conditions: row.conditions ?? []
    }
  )
}
