import type { TrackerAdapter } from './adapter';
import type { TrackerKind } from './connection';

/** The adapters, each loaded when a tracker of its kind is connected. */
const loaders: Partial<Record<TrackerKind, () => Promise<TrackerAdapter>>> = {
  redmine: async () => (await import('./redmine/redmineTracker')).redmine,
  azureDevOps: async () => (await import('./azureDevOps/azureDevOpsTracker')).azureDevOps,
  rest: async () => (await import('./rest/restTracker')).rest,
  jira: async () => (await import('./jira/jiraTracker')).jira,
  gitlab: async () => (await import('./gitlab/gitlabTracker')).gitlab,
  linear: async () => (await import('./linear/linearTracker')).linear,
  github: async () => (await import('./github/githubTracker')).github,
};

/** Loads the adapter of a kind of tracker. */
export async function loadAdapter(kind: TrackerKind): Promise<TrackerAdapter> {
  const load = loaders[kind];
  if (!load) throw new Error(`No adapter for ${kind}.`);
  return load();
}
