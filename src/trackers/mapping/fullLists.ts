import { nameOf } from './readEntries';

/** Deeper than the lists of any entry that we ask for. */
const maxDepth = 8;

/**
 * The lists within an entry that have as many entries as the GraphQL query asks for, and so may go on: `10 labels`.
 * Where one is asked for, it only matters whether there is any.
 */
export function fullLists(entry: unknown, query: string): string[] {
  const asked = new Map(Array.from(query.matchAll(/(\w+)\(first: (\d+)/g), ([, name, size]) => [name, size]));
  const full = new Set<string>();
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > maxDepth) return;
    for (const [name, each] of Object.entries(value)) {
      const size = Number(asked.get(name) ?? 0);
      if (size > 1 && countOf(each) >= size) full.add(`${size} ${name}`);
      visit(each, depth + 1);
    }
  };
  visit(entry, 0);
  return [...full];
}

/** What is told of the entries whose lists may go on. */
export function notesOnFullLists(entries: readonly unknown[], query: string): string[] {
  return entries.flatMap((entry) => {
    const full = fullLists(entry, query);
    return full.length === 0
      ? []
      : `${nameOf(entry)} may have more than the ${full.join(', ')} that are read.`;
  });
}

/** The query with longer lists, for the few entries whose lists may go on. */
export function withLongLists(query: string): string {
  return query.replace(/(\w+\(first: )(?!1\b)\d+/g, '$1100');
}

function countOf(list: unknown): number {
  if (typeof list !== 'object' || list === null) return 0;
  const entries: unknown = Reflect.get(list, 'nodes') ?? Reflect.get(list, 'edges');
  return Array.isArray(entries) ? entries.length : 0;
}
