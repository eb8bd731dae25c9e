import { loadAdapter } from '../../../../src/trackers/registry';
import { trackerKinds, type TrackerKind } from '../../../../src/trackers/connection/connection';

/** What a connection of each kind needs beside its address. */
const entries: Readonly<Record<TrackerKind, object>> = {
  redmine: { follow: ['shop'] },
  jira: { follow: ['SHOP'], user: 'a@b.example' },
  linear: { follow: ['SHOP'] },
  github: { follow: ['shop/web'] },
  gitlab: { follow: ['shop/web'] },
  azureDevOps: { follow: ['Shop'] },
  rest: {},
};

/** The kinds of trackers that have an adapter. */
export async function registeredKinds(): Promise<TrackerKind[]> {
  const found = await Promise.all(
    trackerKinds.map((kind) =>
      loadAdapter(kind).then(
        () => [kind],
        (error: unknown) => {
          if (error instanceof Error && error.message.startsWith('No adapter for')) return [];
          throw error;
        },
      ),
    ),
  );
  return found.flat();
}

/** A setting's entry for a tracker of a kind at an address. */
export function entryFor(kind: TrackerKind, url: string): object {
  return { kind, url: kind === 'azureDevOps' ? `${url}/shop` : url, ...entries[kind] };
}
