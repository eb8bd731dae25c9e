import type { Goal } from '../../core/goal/goal';
import { maxText } from './goalLimit';
import { textIn } from './goalText';

/** Listed goals that there was no room for, until what is gone has made some. */
export class WaitingGoals {
  private readonly goals = new Map<string, Goal>();
  private text = 0;
  /** How far the list goes that is being read: what changed in them lies before it. */
  mark: number | undefined;

  get all(): readonly Goal[] {
    return [...this.goals.values()];
  }

  get isEmpty(): boolean {
    return this.goals.size === 0;
  }

  /** Whether more text has had to wait than could ever find room. */
  get isTooMuch(): boolean {
    return this.text > maxText;
  }

  add(goals: readonly Goal[]): void {
    for (const goal of goals) {
      this.goals.set(goal.id, goal);
      this.text += textIn(goal);
    }
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) this.goals.delete(id);
  }

  clear(): void {
    this.goals.clear();
    this.text = 0;
    this.mark = undefined;
  }
}
