import type { Goal } from '../../../core/goal/goal';

/**
 * Goals with the keys under which they were asked for: Jira answers for `OLD-1` with the issue that it is now, `NEW-9`,
 * without saying which answer belongs to which question. If that is unclear, `idOf` asks for a single key.
 */
export async function withAskedKeys(
  goals: readonly Goal[],
  asked: readonly string[],
  idOf: (key: string) => Promise<string | undefined>,
): Promise<Goal[]> {
  const isAsked = new Set(asked);
  const moved = goals.filter(({ key }) => !isAsked.has(key.toUpperCase()));
  if (moved.length === 0) return [...goals];
  const isAnswered = new Set(goals.map(({ key }) => key.toUpperCase()));
  const open = asked.filter((key) => !isAnswered.has(key));
  const keysById = new Map<string, string[]>();
  for (const key of open) {
    const id = open.length === 1 && moved.length === 1 ? moved[0]?.id : await idOf(key);
    if (id === undefined) continue;
    const keys = keysById.get(id) ?? [];
    keys.push(key);
    keysById.set(id, keys);
  }
  return goals.map((goal) => {
    const aliases = keysById.get(goal.id);
    return aliases ? { ...goal, aliases } : goal;
  });
}
