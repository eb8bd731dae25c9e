import { isFresh, type Clock } from './clock';

/** What is asked for now and then, and known in between. In memory alone. */
export class Remembered<T> {
  private known: { readonly at: number; readonly value: T } | undefined;

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly lastsMs: number,
  ) {}

  /** What is known; undefined where it has to be asked for. */
  get value(): T | undefined {
    const { known, clock, lastsMs } = this;
    return known && isFresh(known.at, clock.now(), lastsMs) ? known.value : undefined;
  }

  /** What is known, or what asking gives. @throws what asking throws */
  async or(ask: () => Promise<T>): Promise<T> {
    const at = this.clock.now();
    const known = this.value;
    if (known !== undefined) return known;
    const value = await ask();
    this.known = { at, value };
    return value;
  }
}
