import type { TrackerAdapter } from './port/adapter';
import type { TrackerKind } from './connection/connection';

/** The adapters, each loaded when a tracker of its kind is connected. */
const loaders: Readonly<Record<TrackerKind, () => Promise<TrackerAdapter>>> = {
  redmine: async () => (await import('./kinds/redmine/redmineTracker')).redmine,
  jira: async () => (await import('./kinds/jira/jiraTracker')).jira,
  linear: async () => (await import('./kinds/linear/linearTracker')).linear,
  github: async () => (await import('./kinds/github/githubTracker')).github,
  gitlab: async () => (await import('./kinds/gitlab/gitlabTracker')).gitlab,
  azureDevOps: async () => (await import('./kinds/azureDevOps/azureDevOpsTracker')).azureDevOps,
  rest: async () => (await import('./kinds/rest/restTracker')).rest,
};

/** Loads the adapter of a kind of tracker. */
export function loadAdapter(kind: TrackerKind): Promise<TrackerAdapter> {
  return loaders[kind]();
}
