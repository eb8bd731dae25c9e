import { isFresh, type Clock } from './clock';

/** Caches, in memory only, something that is fetched from time to time. */
export class Remembered<T> {
  private known: { readonly at: number; readonly value: T } | undefined;

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly lastsMs: number,
  ) {}

  /** The cached value; undefined if it has to be fetched. */
  get value(): T | undefined {
    const { known, clock, lastsMs } = this;
    return known && isFresh(known.at, clock.now(), lastsMs) ? known.value : undefined;
  }

  /** The cached value, or else what `ask` resolves to. @throws what `ask` throws */
  async or(ask: () => Promise<T>): Promise<T> {
    const at = this.clock.now();
    const known = this.value;
    if (known !== undefined) return known;
    const value = await ask();
    this.known = { at, value };
    return value;
  }
}
