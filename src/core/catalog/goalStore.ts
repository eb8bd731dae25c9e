import { Emitter, type Disposable } from '../event';
import { GoalCatalog } from './goalCatalog';
import type { TrackerState } from '../tracker/trackerState';

/** Holds what is known about every tracker and reports changes. */
export class GoalStore implements Disposable {
  private readonly states = new Map<string, TrackerState>();
  private readonly changed = new Emitter<void>();
  private current: GoalCatalog | undefined;

  readonly onDidChange = this.changed.event;

  /** The current goals; the same object until something changes. */
  get catalog(): GoalCatalog {
    return (this.current ??= new GoalCatalog([...this.states.values()]));
  }

  get(trackerId: string): TrackerState | undefined {
    return this.states.get(trackerId);
  }

  set(state: TrackerState): void {
    this.states.set(state.id, state);
    this.fire();
  }

  remove(trackerId: string): void {
    if (this.states.delete(trackerId)) this.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private fire(): void {
    this.current = undefined;
    this.changed.fire();
  }
}
