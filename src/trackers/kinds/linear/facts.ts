import * as l10n from '@vscode/l10n';
import { pageAddress, type KindFacts } from '../../port/kindFacts';

/** What Linear is. */
export const linearFacts: KindFacts = {
  name: 'Linear',
  address: {
    fixed: 'https://api.linear.app',
    usual: undefined,
    example: 'https://api.linear.app',
    ofPage: pageAddress,
  },
  mustFollow: false,
  signInWays: () => ['token'],
  wantsUser: () => false,
  tokenPage: () => 'https://linear.app/settings/account/security',
  settings: ['levels', 'statuses', 'currency'],
  guide: () => ({
    description: l10n.t('Initiatives, projects, issues and customer requests'),
    tokenHelp: l10n.t('A personal API key with read access.'),
    followed: l10n.t('teams'),
  }),
  load: async () => (await import('./linearTracker')).linear,
};
