/** A field of a request body, as its model and its description have it. */
export interface FieldRow {
  readonly type: 'string' | 'boolean' | 'integer' | 'date-time' | 'object' | 'array'
  /** What an object is or an array holds: a model's name, or `string`. */
  readonly of?: string
  /** As the model says. */
  readonly required?: true
  /** The values that may be written. Where the description allows fewer than the model, the description's. */
  readonly values?: readonly string[]
  /** What else is documented of it: limits, and the form of the value. */
  readonly rule?: string
}

/** What holds when a field has a certain value. */
export interface Condition {
  readonly field: string
  readonly value: string
  readonly needs?: readonly string[]
  readonly refuses?: readonly string[]
  /** `inferred`: no text says so, but without it the request names nobody, or says nothing. */
  readonly confidence: 'documented' | 'inferred'
}

/** The model of a request body. */
export interface BodyRow {
  readonly fields: Readonly<Record<string, FieldRow>>
  /** Fields of which a request takes exactly one. It goes before what `required` says of them. */
  readonly oneOf?: readonly string[]
  readonly conditions?: readonly Condition[]
}

export type Bodies = Readonly<Record<string, BodyRow>>
