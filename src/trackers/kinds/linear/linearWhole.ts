import { isOfPlace } from '../../../core/tracker/trackerError';
import { fullLists, notesOnFullLists, withLongLists } from '../../mapping/fullLists';
import type { TrackerContext } from '../../port/adapter';
import { pagesOf, type LinearList } from './linearLists';
import { changeSchema } from './linearSchemas';

/** With lists of 100, an entry costs up to 900 of the 10,000 points of a query. */
const atOnce = 10;

/** Entries with all that is in their lists, and what is told where a list goes on even so. */
interface WholeEntries {
  readonly entries: readonly unknown[];
  readonly notes: readonly string[];
}

/** Reads entries once more, with longer lists, if theirs may go on. @throws {TrackerError} */
export async function wholeEntries(
  context: TrackerContext,
  { field, query }: LinearList,
  entries: readonly unknown[],
  signal: AbortSignal,
): Promise<WholeEntries> {
  const cut = entries.filter((entry) => fullLists(entry, query).length > 0).flatMap(idOf);
  const longer = { field, query: withLongLists(query), first: atOnce };
  const found = new Map<string, unknown>();
  for (let at = 0; at < cut.length; at += atOnce) {
    const filter = { id: { in: cut.slice(at, at + atOnce) } };
    try {
      for await (const page of pagesOf(context, longer, filter, true, signal)) {
        for (const entry of page.entries) for (const id of idOf(entry)) found.set(id, entry);
      }
    } catch (error) {
      // What is there is worth more than the rest of a list.
      if (!isOfPlace(error)) throw error;
    }
  }
  const short = entries.filter((entry) => idOf(entry).every((id) => !found.has(id)));
  return {
    entries: entries.map((entry) => idOf(entry).map((id) => found.get(id))[0] ?? entry),
    notes: [...notesOnFullLists(short, query), ...notesOnFullLists([...found.values()], longer.query)],
  };
}

function idOf(entry: unknown): string[] {
  const { data } = changeSchema.safeParse(entry);
  return data ? [data.id] : [];
}
