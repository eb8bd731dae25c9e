import type { AtlassianGoal } from './goalsSchemas';

/** The followed goals and all below them, in their original order. */
export function below(follow: readonly string[], goals: readonly AtlassianGoal[]): AtlassianGoal[] {
  const children = new Map<string, string[]>();
  for (const { key, parentGoal } of goals) {
    const parent = parentGoal?.key.toUpperCase() ?? '';
    const siblings = children.get(parent) ?? [];
    siblings.push(key.toUpperCase());
    children.set(parent, siblings);
  }
  const reached = new Set(follow.map((key) => key.toUpperCase()));
  for (const key of reached) for (const child of children.get(key) ?? []) reached.add(child);
  return goals.filter(({ key }) => reached.has(key.toUpperCase()));
}
