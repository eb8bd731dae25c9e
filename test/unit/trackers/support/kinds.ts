import type { TrackerKind } from '../../../../src/trackers/connection/trackerKind';

/** What a connection of each kind needs beside its address. */
const entries: Readonly<Record<TrackerKind, object>> = {
  redmine: { follow: ['shop'] },
  jira: { follow: ['SHOP'], user: 'a@b.example' },
  atlassianGoals: { user: 'a@b.example' },
  linear: { follow: ['SHOP'] },
  github: { follow: ['shop/web'] },
  gitlab: { follow: ['shop/web'] },
  azureDevOps: { follow: ['Shop'] },
  rest: {},
};

/** A setting's entry for a tracker of a kind at an address. */
export function entryFor(kind: TrackerKind, url: string): object {
  return { kind, url: kind === 'azureDevOps' ? `${url}/shop` : url, ...entries[kind] };
}
