/** Something that a person can understand and mend: its message is all there is to print, without a stack. */
export class Failure extends Error {
  /** @param {string} message what happened, and what to do next */
  constructor(message) {
    super(message)
    this.name = 'Failure'
  }
}
