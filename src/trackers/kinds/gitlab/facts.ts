import * as l10n from '@vscode/l10n';
import { pageAddress, type KindFacts } from '../../port/kindFacts';

/** What GitLab is: gitlab.com and servers of one's own. */
export const gitlabFacts: KindFacts = {
  name: 'GitLab',
  address: {
    fixed: undefined,
    usual: 'https://gitlab.com',
    example: 'https://gitlab.com',
    ofPage: pageAddress,
  },
  mustFollow: true,
  signInWays: () => ['token'],
  wantsUser: () => false,
  tokenPage: (url) => `${url}/-/user_settings/personal_access_tokens?scopes=read_api`,
  settings: ['keyPrefix', 'levels', 'statuses', 'priority', 'impact', 'metrics', 'currency'],
  guide: () => ({
    description: l10n.t('Work items, epics and milestones of gitlab.com or your own server'),
    tokenHelp: l10n.t('A personal access token with the scope read_api.'),
    followed: l10n.t('groups and projects'),
  }),
  load: async () => (await import('./gitlabTracker')).gitlab,
};
