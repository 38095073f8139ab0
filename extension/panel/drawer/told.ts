/** A value that changes, told to whoever follows it. */
export class Told<Value> {
  private readonly listeners = new Set<(value: Value) => void>()

  constructor(private value: Value) {}

  get now(): Value {
    return this.value
  }

  /** Returns the way to stop. */
  follow(listener: (value: Value) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  protected tell(value: Value): void {
    this.value = value
    for (const listener of this.listeners) listener(value)
  }

  protected forgetFollowers(): void {
    this.listeners.clear()
  }
}
