import { TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerContext } from '../../port/adapter';
import { queryResultSchema } from './azureSchemas';

/** What is sent with every request: https://learn.microsoft.com/rest/api/azure/devops/wit */
export const apiVersion = '7.1';

/** The most ids that a query returns: beyond that, it is refused with VS402337. */
const maxIds = 20_000;
/** Team Foundation Server dates from 2005. */
const firstDay = Date.UTC(2005, 0, 1);
const oneDay = 24 * 60 * 60_000;
/** The shortest window that is still halved, in milliseconds. */
const shortestWindow = 1_000;

/** Parts of the tracker that are not goals. */
const noGoals = [
  'Test Case',
  'Test Plan',
  'Test Suite',
  'Shared Steps',
  'Shared Parameter',
  'Code Review Request',
  'Code Review Response',
  'Feedback Request',
  'Feedback Response',
];

/** A range of last changes, in epoch milliseconds; `to` is exclusive. */
interface Window {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Ids in the order of change. */
export interface FoundIds {
  readonly ids: readonly number[];
  /** The moment of the query by the tracker's clock, in epoch milliseconds. */
  readonly asOf?: number;
}

/**
 * The ids of a project's work items (of all projects if none is given) in the order of change. A query that finds more
 * than the tracker returns is repeated for both halves of its time range. `$top` would cut the list silently.
 */
export async function* changedIds(
  context: TrackerContext,
  project: string | undefined,
  since: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<FoundIds> {
  const open: Window[] = [{ from: since, to: undefined }];
  for (let window = open.pop(); window; window = open.pop()) {
    const found = await query(context, project, window, signal);
    if (found) yield found;
    else open.push(...halves(window, context));
  }
}

/** The later half first, as the last one is taken next. */
function halves({ from = firstDay, to }: Window, { connection, clock }: TrackerContext): Window[] {
  // A machine whose clock is far behind gets there by doubling.
  const end = to ?? Math.max(clock.now(), 2 * from - firstDay, from + oneDay);
  const middle = Math.floor((from + end) / 2);
  if (end - from < 2 * shortestWindow) {
    const detail = `more than ${maxIds} work items changed within two seconds`;
    throw new TrackerError('rejected', { host: new URL(connection.url).host, detail });
  }
  return [
    { from: middle, to },
    { from, to: middle },
  ];
}

/** Undefined if there are too many. */
async function query(
  { connection, http }: TrackerContext,
  project: string | undefined,
  window: Window,
  signal: AbortSignal,
): Promise<FoundIds | undefined> {
  const path = `${project === undefined ? '' : `/${encodeURIComponent(project)}`}/_apis/wit/wiql`;
  const request = {
    path,
    query: { timePrecision: 'true', 'api-version': apiVersion },
    body: { query: wiql(project, window, connection.query) },
  };
  try {
    const { asOf, workItems } = await http.ask(request, queryResultSchema, signal);
    if (workItems.length >= maxIds) return undefined;
    const time = Date.parse(asOf ?? '');
    return { ids: workItems.map(({ id }) => id), ...(!Number.isNaN(time) && { asOf: time }) };
  } catch (error) {
    const isTooMany = error instanceof TrackerError && error.details.detail?.includes('VS402337');
    if (isTooMany) return undefined;
    throw error;
  }
}

/** https://learn.microsoft.com/azure/devops/boards/queries/wiql-syntax */
function wiql(project: string | undefined, { from, to }: Window, condition: string | undefined): string {
  const conditions = [
    ...(project === undefined ? [] : ['[System.TeamProject] = @project']),
    `[System.WorkItemType] NOT IN (${noGoals.map(quoted).join(', ')})`,
    ...(from === undefined ? [] : [`[System.ChangedDate] >= ${quoted(new Date(from).toISOString())}`]),
    ...(to === undefined ? [] : [`[System.ChangedDate] < ${quoted(new Date(to).toISOString())}`]),
    ...(condition === undefined ? [] : [`(${condition})`]),
  ];
  return `SELECT [System.Id] FROM WorkItems WHERE ${conditions.join(' AND ')} ORDER BY [System.ChangedDate], [System.Id]`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
