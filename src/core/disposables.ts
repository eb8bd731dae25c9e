import type { Disposable } from './event';

/** Owns other things and lets all of them go together; what is added after that is let go at once. */
export class Disposables implements Disposable {
  private readonly items = new Set<Disposable>();
  private disposed = false;

  add<T extends Disposable>(item: T): T {
    if (this.disposed) item.dispose();
    else this.items.add(item);
    return item;
  }

  /** Lets everything go and stays usable. */
  clear(): void {
    const items = [...this.items];
    this.items.clear();
    for (const item of items.reverse()) item.dispose();
  }

  dispose(): void {
    this.disposed = true;
    this.clear();
  }
}
