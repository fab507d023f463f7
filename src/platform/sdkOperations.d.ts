/** The method and path pairs of the locked SDK, made at build time by scripts/sdkOperations.mjs. */
declare module 'sdk:operations' {
  export const sdkVersion: string
  /** One line a path segment, depth first: `depth segment[ METHOD[!],METHOD[!]]`. A `!` stands behind the method of a deprecated operation. */
  export const outline: string
}
