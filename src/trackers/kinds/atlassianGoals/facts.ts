import * as l10n from '@vscode/l10n';
import type { KindFacts } from '../../port/kindFacts';

/** What Atlassian's Goals are: the goals of a site of Atlassian's cloud, above its Jira and beside it. */
export const atlassianGoalsFacts: KindFacts = {
  name: 'Atlassian Goals',
  address: {
    fixed: undefined,
    usual: undefined,
    example: 'https://your-site.atlassian.net',
    ofPage: ({ hostname, origin }) =>
      hostname.includes('.') || hostname === 'localhost' ? origin : `https://${hostname}.atlassian.net`,
  },
  mustFollow: false,
  signInWays: () => ['token'],
  wantsUser: () => true,
  tokenPage: () => 'https://id.atlassian.com/manage-profile/security/api-tokens',
  settings: ['query', 'user', 'levels', 'statuses'],
  guide: () => ({
    description: l10n.t('The goals above Jira, with the epics that contribute to them'),
    tokenHelp: l10n.t('An API token without scopes, of an account that sees the goals.'),
    followed: l10n.t('goals, each with those below it'),
  }),
  load: async () => (await import('./atlassianGoalsTracker')).atlassianGoals,
};
