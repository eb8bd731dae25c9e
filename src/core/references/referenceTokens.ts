/** What the trailers in common use say: that the work closes an item, or only that it relates to one. */
export type TokenMeaning = 'closing' | 'reference';

const closingTokens = [
  ...['close', 'closes', 'closed', 'fix', 'fixes', 'fixed', 'resolve', 'resolves', 'resolved'],
  ...['closes-bug', 'fixes-bug', 'implements', 'implement', 'closes-issue', 'fixes-issue', 'gh-closes'],
];
const referenceTokens = [
  ...['ref', 'refs', 'reference', 'references', 'referenced-issue', 'related', 'related-to', 'relates-to'],
  ...['related-bug', 'related-issue', 'partial-bug', 'partially-implements', 'partial-implements', 'part-of'],
  ...[
    'issue',
    'issues',
    'issue-id',
    'bug',
    'bugs',
    'bug-id',
    'ticket',
    'tickets',
    'task',
    'tasks',
    'story',
    'epic',
  ],
  ...['feature', 'jira', 'jira-issue', 'work-item', 'workitem', 'blueprint', 'bp', 'lp', 'see', 'see-also'],
  ...[
    'link',
    'links',
    'addresses',
    'contributes-to',
    'updates',
    'github',
    'github-issue',
    'gitlab-issue',
    'gh',
  ],
];
const meanings: ReadonlyMap<string, TokenMeaning> = new Map([
  ...closingTokens.map((token) => [token, 'closing'] as const),
  ...referenceTokens.map((token) => [token, 'reference'] as const),
]);

/** What a trailer's token says; `more` adds the team's own tokens. Undefined if the token is not about items. */
export function meaningOfToken(token: string, more: readonly string[] = []): TokenMeaning | undefined {
  const same = token.toLowerCase();
  const known = meanings.get(same);
  if (known) return known;
  return more.some((each) => each.toLowerCase() === same) ? 'reference' : undefined;
}
