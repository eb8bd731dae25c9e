import type { TrackerAdapter } from './adapter';
import type { TrackerKind } from './connection';

/** The adapters, each loaded when a tracker of its kind is connected. */
const loaders: Readonly<Record<TrackerKind, () => Promise<TrackerAdapter>>> = {
  redmine: async () => (await import('./redmine/redmineTracker')).redmine,
  jira: async () => (await import('./jira/jiraTracker')).jira,
  linear: async () => (await import('./linear/linearTracker')).linear,
  github: async () => (await import('./github/githubTracker')).github,
  gitlab: async () => (await import('./gitlab/gitlabTracker')).gitlab,
  azureDevOps: async () => (await import('./azureDevOps/azureDevOpsTracker')).azureDevOps,
  rest: async () => (await import('./rest/restTracker')).rest,
};

/** Loads the adapter of a kind of tracker. */
export function loadAdapter(kind: TrackerKind): Promise<TrackerAdapter> {
  return loaders[kind]();
}
