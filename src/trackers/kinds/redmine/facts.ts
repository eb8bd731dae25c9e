import * as l10n from '@vscode/l10n';
import { pageAddress, type KindFacts } from '../../port/kindFacts';

/** What Redmine is. */
export const redmineFacts: KindFacts = {
  name: 'Redmine',
  address: {
    fixed: undefined,
    usual: undefined,
    example: 'https://redmine.example.com',
    ofPage: pageAddress,
  },
  mustFollow: false,
  signInWays: () => ['token'],
  wantsUser: () => false,
  tokenPage: (url) => `${url}/my/account`,
  settings: ['keyPrefix', 'levels', 'statuses', 'impact', 'metrics', 'currency'],
  guide: () => ({
    description: l10n.t('Issues of a Redmine server, with custom fields'),
    tokenHelp: l10n.t(
      'Your API access key: under My account, on the right. An administrator may have to allow REST.',
    ),
    followed: l10n.t('projects'),
  }),
  load: async () => (await import('./redmineTracker')).redmine,
};
