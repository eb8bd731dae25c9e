import * as l10n from '@vscode/l10n';
import type { KindFacts } from '../../port/kindFacts';
import { acceptsGithubAccount, githubApiAddress } from './githubAddress';

/** What GitHub is: github.com and GitHub Enterprise. */
export const githubFacts: KindFacts = {
  name: 'GitHub',
  address: {
    fixed: undefined,
    usual: 'https://github.com',
    example: 'https://github.com',
    ofPage: githubApiAddress,
  },
  mustFollow: true,
  signInWays: ({ href }) => (acceptsGithubAccount(href) ? ['account', 'token'] : ['token']),
  wantsUser: () => false,
  tokenPage: () => 'https://github.com/settings/tokens',
  settings: ['keyPrefix', 'levels', 'statuses', 'priority', 'impact', 'metrics', 'currency'],
  guide: () => ({
    description: l10n.t('Issues, milestones and projects of GitHub and GitHub Enterprise'),
    tokenHelp: l10n.t(
      'A personal access token that may read issues and, for projects, read:org and read:project.',
    ),
    followed: l10n.t('repositories and projects'),
  }),
  load: async () => (await import('./githubTracker')).github,
};
