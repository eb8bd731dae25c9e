/** The kinds of trackers that can be connected; the `facts.ts` in each kind's folder describes it. */
export const trackerKinds = [
  'redmine',
  'jira',
  'atlassianGoals',
  'linear',
  'github',
  'gitlab',
  'azureDevOps',
  'rest',
] as const;
/** One kind of tracker. */
export type TrackerKind = (typeof trackerKinds)[number];
