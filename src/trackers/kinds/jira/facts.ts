import * as l10n from '@vscode/l10n';
import { pageAddress, type KindFacts } from '../../port/kindFacts';

/** What Jira is: Atlassian's own, where a token belongs to an e-mail address, and Data Center. */
export const jiraFacts: KindFacts = {
  name: 'Jira',
  address: {
    fixed: undefined,
    usual: undefined,
    example: 'https://your-site.atlassian.net',
    ofPage: (page) => {
      const { hostname, origin } = page;
      if (!hostname.includes('.') && hostname !== 'localhost') return `https://${hostname}.atlassian.net`;
      return hostname.endsWith('.atlassian.net') ? origin : pageAddress(page);
    },
  },
  mustFollow: false,
  // Hardly a site of the cloud is open, and each step is one more for everybody; the setting knows "none" there too.
  signInWays: (url) => (isCloud(url) ? ['token'] : ['token', 'none']),
  wantsUser: isCloud,
  // In Data Center the page is in the person's profile, at an address that differs between versions.
  tokenPage: (url) =>
    isCloud(new URL(url)) ? 'https://id.atlassian.com/manage-profile/security/api-tokens' : undefined,
  settings: ['query', 'user', 'levels', 'statuses', 'priority', 'impact', 'metrics', 'currency'],
  guide: () => ({
    description: l10n.t('Jira Cloud and Jira Data Center'),
    tokenHelp: l10n.t('An API token (Cloud) or personal access token (Data Center) that may read issues.'),
    followed: l10n.t('projects'),
  }),
  load: async () => (await import('./jiraTracker')).jira,
};

function isCloud({ hostname }: URL): boolean {
  return hostname.endsWith('.atlassian.net') || hostname === 'api.atlassian.com';
}
