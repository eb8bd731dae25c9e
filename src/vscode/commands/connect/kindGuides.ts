import { l10n } from 'vscode';
import type { TrackerKind } from '../../../trackers/connection/connection';

/** What a person is told about a kind of tracker while they connect it. */
export interface KindGuide {
  readonly description: string;
  /** Where the tracker is for everybody: not asked for. */
  readonly fixedUrl?: string;
  readonly defaultUrl?: string;
  readonly urlExample: string;
  /** What the token is called there and what it must be allowed. */
  readonly tokenHelp: string;
  /** The page of the tracker on which a token is made, below its address or as a whole one. */
  readonly tokenPage?: string;
  /** What can be followed, in the plural. */
  readonly followed: string;
  /** Something must be followed. */
  readonly mustFollow: boolean;
}

/** The guide of each kind. */
export function kindGuide(kind: TrackerKind): KindGuide {
  return guides()[kind];
}

const guides = (): Readonly<Record<TrackerKind, KindGuide>> => ({
  redmine: {
    description: l10n.t('Issues of a Redmine server, with custom fields'),
    urlExample: 'https://redmine.example.com',
    tokenHelp: l10n.t(
      'Your API access key: under My account, on the right. An administrator may have to allow REST.',
    ),
    tokenPage: '/my/account',
    followed: l10n.t('projects'),
    mustFollow: false,
  },
  jira: {
    description: l10n.t('Jira Cloud and Jira Data Center'),
    urlExample: 'https://your-site.atlassian.net',
    tokenHelp: l10n.t('An API token (Cloud) or personal access token (Data Center) that may read issues.'),
    tokenPage: 'https://id.atlassian.com/manage-profile/security/api-tokens',
    followed: l10n.t('projects'),
    mustFollow: false,
  },
  linear: {
    description: l10n.t('Initiatives, projects, issues and customer requests'),
    fixedUrl: 'https://api.linear.app',
    urlExample: 'https://api.linear.app',
    tokenHelp: l10n.t('A personal API key with read access.'),
    tokenPage: 'https://linear.app/settings/account/security',
    followed: l10n.t('teams'),
    mustFollow: false,
  },
  github: {
    description: l10n.t('Issues, milestones and projects of GitHub and GitHub Enterprise'),
    defaultUrl: 'https://github.com',
    urlExample: 'https://github.com',
    tokenHelp: l10n.t(
      'A personal access token that may read issues and, for projects, read:org and read:project.',
    ),
    tokenPage: 'https://github.com/settings/tokens',
    followed: l10n.t('repositories and projects'),
    mustFollow: true,
  },
  gitlab: {
    description: l10n.t('Work items, epics and milestones of gitlab.com or your own server'),
    defaultUrl: 'https://gitlab.com',
    urlExample: 'https://gitlab.com',
    tokenHelp: l10n.t('A personal access token with the scope read_api.'),
    tokenPage: '/-/user_settings/personal_access_tokens?scopes=read_api',
    followed: l10n.t('groups and projects'),
    mustFollow: true,
  },
  azureDevOps: {
    description: l10n.t('Epics, features and backlog items of Azure Boards'),
    urlExample: 'https://dev.azure.com/your-organization',
    tokenHelp: l10n.t('A personal access token of this organization with Work Items (Read).'),
    tokenPage: '/_usersSettings/tokens',
    followed: l10n.t('projects'),
    mustFollow: true,
  },
  rest: {
    description: l10n.t('Any service of your own that speaks goal-lens/v1'),
    urlExample: 'https://goals.example.com/api',
    tokenHelp: l10n.t('The token that the service expects in its Authorization header.'),
    followed: l10n.t('projects'),
    mustFollow: false,
  },
});

/** The address of the page on which a token is made; undefined where there is none to name. */
export function tokenPageOf(kind: TrackerKind, url: string): string | undefined {
  // In Data Center the page is in the person's profile, at an address that differs between versions.
  if (kind === 'jira' && !isJiraCloud(url)) return undefined;
  const { tokenPage } = kindGuide(kind);
  return tokenPage?.startsWith('/') ? url + tokenPage : tokenPage;
}

/** Whether a Jira is Atlassian's own, where a token belongs to an e-mail address. */
export function isJiraCloud(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname.endsWith('.atlassian.net') || hostname === 'api.atlassian.com';
}
