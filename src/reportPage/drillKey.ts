/** The commits behind a figure: those of a goal, a week, a folder… */
export type Drill =
  | { readonly by: 'goal' | 'unknownKey' | 'priority' | 'evidence' | 'week'; readonly of: string }
  | { readonly by: 'folder'; readonly repository: string; readonly of: string | null }
  | { readonly by: 'unknown' | 'none' };

/** A drill key as the page hands it back. */
export function drillKey(drill: Drill): string {
  return JSON.stringify(drill);
}

const named = new Set(['goal', 'unknownKey', 'priority', 'evidence', 'week']);

/** Parses what a page hands back; undefined if it is not a drill key. */
export function readDrill(key: string): Drill | undefined {
  let value: unknown;
  try {
    value = JSON.parse(key);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('by' in value)) return undefined;
  const { by, of, repository } = value as Readonly<Record<string, unknown>>;
  if (by === 'unknown' || by === 'none') return { by };
  if (by === 'folder' && typeof repository === 'string' && (of === null || typeof of === 'string')) {
    return { by, repository, of };
  }
  if (typeof by !== 'string' || !named.has(by) || typeof of !== 'string') return undefined;
  return { by: by as 'goal', of };
}
