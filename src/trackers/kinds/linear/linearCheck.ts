import type { TrackerLimit } from '../../../core/tracker/trackerLimit';
import { graphql } from '../../http/graphql';
import type { TrackerContext } from '../../port/adapter';
import type { ConnectionReport } from '../../port/tracker';
import { initiativeList, isHidden, needList, pagesOf, type LinearList } from './linearLists';
import { workspaceQuery } from './linearQueries';
import { workspaceSchema } from './linearSchemas';
import { lostTeams } from './lostTeams';

/** Who we are, and what works only in part. @throws {TrackerError} */
export async function checkLinear(context: TrackerContext, signal: AbortSignal): Promise<ConnectionReport> {
  const { http, connection } = context;
  const { host } = new URL(connection.url);
  const request = { path: '/graphql', query: workspaceQuery, variables: {} };
  const { data } = await graphql(http, host, request, workspaceSchema, signal);
  const { viewer, organization } = data;
  const account = viewer.name ?? viewer.email;
  const lost = await lostTeams(context, signal);
  const limits = lost.map(({ place, ...more }): TrackerLimit => ({
    kind: 'unreadable',
    of: place,
    ...more,
  }));
  if (!(await isReadable(context, initiativeList, signal))) {
    limits.push({ kind: 'noInitiatives' });
  }
  if (organization?.customersEnabled === false || !(await isReadable(context, needList, signal))) {
    limits.push({ kind: 'noCustomerRequests' });
  }
  return {
    ...(account && { account }),
    ...(organization?.name && { server: `Linear, workspace ${organization.name}` }),
    ...(limits.length > 0 && { limits }),
  };
}

async function isReadable(context: TrackerContext, list: LinearList, signal: AbortSignal): Promise<boolean> {
  try {
    await pagesOf(context, list, {}, false, signal).next();
    return true;
  } catch (error) {
    if (isHidden(error)) return false;
    throw error;
  }
}
