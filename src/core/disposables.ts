import type { Disposable } from './event';

/** Owns other disposables and disposes of them together; anything added afterwards is disposed of at once. */
export class Disposables implements Disposable {
  private readonly items = new Set<Disposable>();
  private disposed = false;

  add<T extends Disposable>(item: T): T {
    if (this.disposed) item.dispose();
    else this.items.add(item);
    return item;
  }

  /** Disposes of everything and stays usable. */
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
