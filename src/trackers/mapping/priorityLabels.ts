import type { Priority } from '../../core/goal/goal';
import { priorityOf } from './meanings';

/** What teams call the scope: `priority`, `prio`, and the same in German, Spanish and French. */
const scopes = 'prio(?:rity|rit[äa]e?t|rité|ridad)?';
const code = /^p-?[0-9](?:\s*[-–:.)].*)?$/i;

/** What a label says of a priority. */
interface PriorityLabel extends Priority {
  /** The whole label; `label` is only the word in it. */
  readonly whole: string;
}

/**
 * The priority that a label says, where a tracker has none of its own: `priority::1 - urgent`, `Priority/High`,
 * `prio: hoch`, `P1`. With a `scope` of the team's own, only labels of that scope count.
 */
export function priorityOfLabels(labels: readonly string[], scope?: string): PriorityLabel | undefined {
  const own = scope?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const scoped = new RegExp(`^(?:${own ?? scopes})(\\s*::?\\s*|/|[ _-])(\\S.*)$`, 'i');
  const found = labels.flatMap((each) => {
    const whole = each.trim();
    const [, divider = '', word] = scoped.exec(whole) ?? [];
    const text = word ?? (scope === undefined && code.test(whole) ? whole : undefined);
    return text === undefined ? [] : { ...priorityOf(text), whole, divider };
  });
  // `priority-inbox` and `priority queue` need not be about a priority.
  const best = found.find(({ rank }) => rank > 0) ?? found.find(({ divider }) => !/^[ _-]$/.test(divider));
  return best && { rank: best.rank, label: best.label, whole: best.whole };
}
