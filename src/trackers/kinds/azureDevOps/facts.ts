import * as l10n from '@vscode/l10n';
import { pageAddress, type KindFacts } from '../../port/kindFacts';

/** What Azure DevOps is: Azure Boards in the cloud or on a server of one's own. */
export const azureDevOpsFacts: KindFacts = {
  name: 'Azure DevOps',
  address: {
    fixed: undefined,
    usual: undefined,
    example: 'https://dev.azure.com/your-organization',
    ofPage: (page) => {
      if (page.hostname !== 'dev.azure.com') return pageAddress(page);
      const [organization = ''] = page.pathname.split('/').filter(Boolean);
      return organization === '' ? page.origin : `${page.origin}/${organization}`;
    },
  },
  mustFollow: true,
  signInWays: () => ['token'],
  wantsUser: () => false,
  tokenPage: (url) => `${url}/_usersSettings/tokens`,
  settings: ['query', 'keyPrefix', 'levels', 'statuses', 'priority', 'impact', 'metrics', 'currency'],
  guide: () => ({
    description: l10n.t('Epics, features and backlog items of Azure Boards'),
    tokenHelp: l10n.t('A personal access token of this organization with Work Items (Read).'),
    followed: l10n.t('projects'),
  }),
  load: async () => (await import('./azureDevOpsTracker')).azureDevOps,
};
