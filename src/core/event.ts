/** Something that its owner must dispose of. Structurally the same as VS Code's. */
export interface Disposable {
  dispose(): void;
}

/** Subscribes a listener; disposing of the result ends the subscription. Structurally the same as VS Code's. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** A source of events that its owner fires. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<{ readonly call: (value: T) => void }>();

  readonly event: Event<T> = (call) => {
    const entry = { call };
    this.listeners.add(entry);
    return { dispose: () => void this.listeners.delete(entry) };
  };

  fire(value: T): void {
    const thrown: unknown[] = [];
    for (const { call } of [...this.listeners]) {
      try {
        call(value);
      } catch (error) {
        // The other listeners must still be called.
        thrown.push(error);
      }
    }
    if (thrown.length > 0) throw thrown[0];
  }

  dispose(): void {
    this.listeners.clear();
  }
}
