import type { Organisation } from './organisation'

/** How the organisation is configured now. */
export class OrganisationStore {
  #current: Organisation

  constructor(organisation: Organisation) {
    this.#current = organisation
  }

  get current(): Organisation {
    return this.#current
  }

  /** Puts what `transition` makes of the organisation in its place. */
  change(transition: (organisation: Organisation) => Organisation): void {
    this.#current = transition(this.#current)
  }
}
