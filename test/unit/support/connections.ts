import type { ConnectionFacts } from '../../../src/store/connections'

/** What is known of a connection. */
export const factsOf = (id: string, given: Partial<ConnectionFacts> = {}): ConnectionFacts => ({
  id,
  name: `Organisation ${id}`,
  place: 'Ireland, eu-west-1',
  isProduction: false,
  isSandbox: false,
  ...given
})
