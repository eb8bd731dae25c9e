import * as l10n from '@vscode/l10n';
import { pageAddress, type KindFacts } from '../../port/kindFacts';

/** What a service is that speaks our own contract. */
export const restFacts: KindFacts = {
  name: 'REST',
  address: {
    fixed: undefined,
    usual: undefined,
    example: 'https://goals.example.com/api',
    ofPage: pageAddress,
  },
  mustFollow: false,
  signInWays: () => ['token', 'none'],
  wantsUser: () => false,
  tokenPage: () => undefined,
  settings: [],
  guide: () => ({
    label: l10n.t('REST service'),
    description: l10n.t('Any service of your own that speaks goal-lens/v1'),
    tokenHelp: l10n.t('The token that the service expects in its Authorization header.'),
    followed: l10n.t('projects'),
  }),
  load: async () => (await import('./restTracker')).rest,
};
