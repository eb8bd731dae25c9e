import { TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerContext } from '../../port/adapter';
import type { JiraApi } from './jiraApi';
import { JiraCloud } from './jiraCloud';
import { JiraServer } from './jiraServer';
import { serverInfoSchema } from './jiraSchemas';

/** The Jira behind a connection. */
export interface JiraSite {
  readonly api: JiraApi;
  /** Product and version. */
  readonly server: string;
  /** Where people see issues, without a slash at the end. */
  readonly browse: string;
}

/** Finds out which Jira a connection leads to. @throws {TrackerError} */
export async function openSite({ http, connection }: TrackerContext, signal: AbortSignal): Promise<JiraSite> {
  const { hostname, host } = new URL(connection.url);
  if (isCloudHost(hostname)) {
    // Nothing is sent that cannot be right.
    if (connection.user === undefined && connection.signIn !== 'none') {
      const detail = 'Jira Cloud wants the e-mail address of the token’s account as the connection’s user';
      throw new TrackerError('unauthorized', { host, detail });
    }
    return { api: new JiraCloud(http, host), server: 'Jira Cloud', browse: connection.url };
  }
  const info = await http.ask({ path: '/rest/api/2/serverInfo' }, serverInfoSchema, signal);
  if (info.deploymentType?.toLowerCase() === 'cloud') {
    // Atlassian's gateway for scoped tokens is not where people see issues.
    const isGateway = hostname === 'api.atlassian.com';
    const browse = (isGateway ? info.baseUrl : undefined) ?? connection.url;
    return {
      api: new JiraCloud(http, host),
      server: 'Jira Cloud',
      browse: browse.slice(0, 2048).replace(/\/+$/, ''),
    };
  }
  const server = ['Jira', info.version].filter(Boolean).join(' ');
  return { api: new JiraServer(http, host), server, browse: connection.url };
}

function isCloudHost(hostname: string): boolean {
  return hostname.endsWith('.atlassian.net');
}
