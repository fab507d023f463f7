/** The sandbox could not listen on the port that was asked for. */
export class SandboxPortUnavailable extends Error {
  override readonly name = 'SandboxPortUnavailable'

  constructor(
    readonly port: number,
    readonly reason: 'in use' | 'not allowed' | 'not a port'
  ) {
    super(
      {
        'in use': `The sandbox cannot start: port ${port} is in use by another program. Stop that program, choose another port, or leave the port out to get a free one.`,
        'not allowed': `The sandbox cannot start: this user may not listen on port ${port}. Choose a port above 1023, or leave the port out to get a free one.`,
        'not a port': `The sandbox cannot start: ${port} is not a port. Ports are whole numbers from 0 (any free one) to 65535.`
      }[reason]
    )
  }
}

/** No scenario has the name that was asked for. */
export class UnknownScenario extends Error {
  override readonly name = 'UnknownScenario'

  constructor(
    readonly scenario: string,
    readonly known: readonly string[]
  ) {
    super(`The sandbox has no scenario “${scenario}”. It has: ${known.join(', ')}.`)
  }
}

/** There is no conversation with the id that was asked for. */
export class UnknownConversation extends Error {
  override readonly name = 'UnknownConversation'

  constructor(readonly id: string) {
    super(`The sandbox has no conversation ${id}.`)
  }
}

/** The access tokens of a client cannot live that long, or that short. */
export class TokenLifeOutOfRange extends Error {
  override readonly name = 'TokenLifeOutOfRange'

  constructor(
    readonly seconds: number,
    least: number,
    most: number
  ) {
    super(`An access token cannot live for ${seconds} seconds. Choose a whole number from ${least} to ${most}.`)
  }
}

/** A fault was asked for on an operation that the published API does not have. */
export class UnknownOperation extends Error {
  override readonly name = 'UnknownOperation'

  constructor(readonly operation: string) {
    super(
      `“${operation}” is no operation of the published API. Give a method and a path, such as “POST /api/v2/conversations/messages/agentless”, or “any”.`
    )
  }
}
