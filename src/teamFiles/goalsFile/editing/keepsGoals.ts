import type { Goal } from '../../../core/goal/goal';
import { normalizeKey } from '../../../core/goal/goalKey';
import type { GoalsFileParser } from '../goalsFileParser';
import type { EntryEdit } from './addGoalEntry';

/**
 * Whether an edit to a goals file does what it should: all goals from before are there as they were, and the new one
 * with them. What a text looks like, line by line, can be told only for most texts.
 *
 * @throws what the parser throws
 */
export async function keepsGoals(
  text: string,
  { start, end, text: added }: EntryEdit,
  key: string,
  parser: GoalsFileParser,
): Promise<boolean> {
  const before = await parser.parse(text, trackerId);
  const after = await parser.parse(text.slice(0, start) + added + text.slice(end), trackerId);
  const isNew = ({ key: each }: Goal): boolean => normalizeKey(each) === normalizeKey(key);
  const kept = after.goals.filter((goal) => !isNew(goal));
  return (
    after.goals.length === kept.length + 1 &&
    contentOf(kept) === contentOf(before.goals) &&
    after.badEntries === before.badEntries &&
    after.numbers === before.numbers
  );
}

/** The same for both, so that it makes no difference. */
const trackerId = 'file';

/** A link to the new goal is spelt as the goal is, once that is there. */
function contentOf(goals: readonly Goal[]): string {
  return JSON.stringify(goals).toUpperCase();
}
