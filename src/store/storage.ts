/** Where things are kept between sessions: an editor's memento, or a map in a test. */
export interface KeyValueStorage {
  keys(): readonly string[]
  get(key: string): unknown
  update(key: string, value: unknown): PromiseLike<void>
}
