/** Rows of a listing of the platform. What is missing in an incomplete one may still exist. */
export interface Listing<Row> {
  readonly rows: readonly Row[]
  readonly isComplete: boolean
}
