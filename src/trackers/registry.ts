import type { TrackerKind } from './connection/trackerKind';
import { atlassianGoalsFacts } from './kinds/atlassianGoals/facts';
import { azureDevOpsFacts } from './kinds/azureDevOps/facts';
import { githubFacts } from './kinds/github/facts';
import { gitlabFacts } from './kinds/gitlab/facts';
import { jiraFacts } from './kinds/jira/facts';
import { linearFacts } from './kinds/linear/facts';
import { redmineFacts } from './kinds/redmine/facts';
import { restFacts } from './kinds/rest/facts';
import type { KindFacts } from './port/kindFacts';

const registry: Readonly<Record<TrackerKind, KindFacts>> = {
  redmine: redmineFacts,
  jira: jiraFacts,
  atlassianGoals: atlassianGoalsFacts,
  linear: linearFacts,
  github: githubFacts,
  gitlab: gitlabFacts,
  azureDevOps: azureDevOpsFacts,
  rest: restFacts,
};

/** The facts of a kind of tracker; its adapter is loaded only when a tracker of the kind is connected. */
export function factsOf(kind: TrackerKind): KindFacts {
  return registry[kind];
}
