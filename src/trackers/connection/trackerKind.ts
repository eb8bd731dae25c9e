/** The kinds of trackers that can be connected; what each of them is stands in the `facts.ts` of its folder. */
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
