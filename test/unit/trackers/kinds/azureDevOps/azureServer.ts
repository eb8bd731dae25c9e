import { TrackerServer, type CannedAnswer, type ReceivedRequest } from '../../support/trackerServer';

/** An organization's work items, served as Azure DevOps does as far as the adapter asks. */
export interface Organization {
  items: { readonly id: number; readonly fields: Record<string, unknown> }[];
  /** When a query is made, by the tracker's clock. */
  asOf: string;
  /** How many ids a query gives at most. */
  maxIds: number;
  /** Answers that come instead. */
  instead?: ((request: ReceivedRequest) => CannedAnswer | undefined) | undefined;
}

/** The form of all errors: https://learn.microsoft.com/azure/devops/integrate/concepts/rest-api-overview */
export function fault(status: number, message: string): CannedAnswer {
  return {
    status,
    json: { $id: '1', innerException: null, message, typeName: '', typeKey: '', errorCode: 0, eventId: 3200 },
  };
}

const states = [
  { name: 'New', color: 'b2b2b2', category: 'Proposed' },
  { name: 'Active', color: '007acc', category: 'InProgress' },
  { name: 'In Test', color: '5688e0', category: 'Resolved' },
  { name: 'Shut', color: '339933', category: 'Completed' },
  { name: 'Cut', color: 'ffffff', category: 'Removed' },
];
const processConfiguration = {
  portfolioBacklogs: [
    { name: 'Epics', referenceName: 'Microsoft.EpicCategory', workItemTypes: [{ name: 'Epic' }] },
    { name: 'Features', referenceName: 'Microsoft.FeatureCategory', workItemTypes: [{ name: 'Feature' }] },
    { name: 'Bets', referenceName: 'Custom.abc', workItemTypes: [{ name: 'Bet' }] },
  ],
  requirementBacklog: { name: 'Stories', workItemTypes: [{ name: 'User Story' }] },
};
const fields = [
  { name: 'Title', referenceName: 'System.Title', type: 'string' },
  { name: 'Business Value', referenceName: 'Microsoft.VSTS.Common.BusinessValue', type: 'integer' },
  { name: 'Customers affected', referenceName: 'Custom.Customersaffected', type: 'integer' },
  { name: 'Deal value', referenceName: 'Custom.Dealvalue', type: 'double' },
  { name: 'Tier', referenceName: 'Custom.Tier', type: 'string', isPicklist: true },
  { name: 'Voice', referenceName: 'Custom.Voice', type: 'html' },
  { name: 'Urgency', referenceName: 'Custom.Urgency', type: 'string' },
  { name: 'Due', referenceName: 'Custom.Due', type: 'dateTime' },
  { name: 'Old', referenceName: 'Custom.Old', type: 'integer', isDeleted: true },
];

/** A stand-in below `/org`. */
export function azureServer(organization: Organization): TrackerServer {
  return new TrackerServer((request) => organization.instead?.(request) ?? answer(organization, request));
}

function answer(organization: Organization, { method, url, body }: ReceivedRequest): CannedAnswer {
  const path = decodeURIComponent(url.pathname.replace(/^\/org/, ''));
  if (path.endsWith('/_apis/wit/wiql') && method === 'POST') {
    return queried(organization, path, (body as { query: string }).query);
  }
  if (path === '/_apis/wit/workitemsbatch' && method === 'POST') {
    const { ids } = body as { ids: number[] };
    if (ids.length > 200) return fault(400, 'VS403474: You requested too many work items');
    const value = ids.map((id) => organization.items.find((item) => item.id === id) ?? null);
    // The order is not promised.
    return { json: { count: value.length, value: value.reverse() } };
  }
  if (path.endsWith('/states')) return { json: { count: states.length, value: states } };
  if (path.endsWith('/_apis/work/processconfiguration')) return { json: processConfiguration };
  if (path === '/_apis/wit/fields') return { json: { count: fields.length, value: fields } };
  if (path === '/_apis/connectionData') {
    const authenticatedUser = {
      id: 'd291b0c4-a05c-4ea6-8df1-4b41d5f39eff',
      subjectDescriptor: 'aad.YTkz',
      providerDisplayName: 'Priya Nair',
      isActive: true,
    };
    return { json: { authenticatedUser, authorizedUser: authenticatedUser, instanceId: 'x' } };
  }
  return fault(404, 'The controller for this path was not found.');
}

/** As far as the adapter's own queries go. */
function queried({ items, asOf, maxIds }: Organization, path: string, query: string): CannedAnswer {
  const bound = (comparison: string): number | undefined => {
    const text = new RegExp(`ChangedDate\\] ${comparison} '([^']+)'`).exec(query)?.[1];
    return text === undefined ? undefined : Date.parse(text);
  };
  const [from = -Infinity, to = Infinity] = [bound('>='), bound('<')];
  const project = query.includes('@project') ? path.split('/')[1] : undefined;
  const found = items
    .map(({ id, fields }) => ({ id, at: Date.parse(String(fields['System.ChangedDate'])), fields }))
    .filter(
      ({ at, fields }) => at >= from && at < to && (!project || fields['System.TeamProject'] === project),
    )
    .sort((a, b) => a.at - b.at || a.id - b.id);
  if (found.length > maxIds) {
    return fault(400, 'VS402337: The number of work items returned exceeds the size limit of 20000.');
  }
  const workItems = found.map(({ id }) => ({
    id,
    url: `https://dev.azure.com/org/_apis/wit/workItems/${id}`,
  }));
  return { json: { queryType: 'flat', queryResultType: 'workItem', asOf, columns: [], workItems } };
}

const api = 'https://dev.azure.com/org/_apis/wit';
/** A relation of a work item. */
export const link = (rel: string, id: number | string) => ({
  rel: `System.LinkTypes.${rel}`,
  url: `${api}/workItems/${id}`,
  attributes: { isLocked: false },
});

/** A work item with all that is read. */
export const full = {
  id: 7,
  rev: 3,
  fields: {
    'System.Id': 7,
    'System.AreaPath': 'Shop\\Checkout',
    'System.TeamProject': 'Web Shop',
    'System.WorkItemType': 'Epic',
    'System.State': 'In Test',
    'System.Title': 'Checkout that never loses a cart',
    'System.Description':
      '<div>Customers &amp; carts</div><ul><li>first</li></ul><img src="data:image/png;base64,AAAA">',
    'System.AssignedTo': { displayName: 'Priya Nair', uniqueName: 'priya@shop.example', descriptor: 'aad.x' },
    'System.Parent': 1,
    'System.Tags': 'payments; checkout',
    'System.ChangedDate': '2026-11-20T15:30:00.12Z',
    'Microsoft.VSTS.Common.Priority': 2,
    'Microsoft.VSTS.Common.BusinessValue': 80,
    'Microsoft.VSTS.Common.Severity': '1 - Critical',
    'Microsoft.VSTS.Scheduling.TargetDate': '2026-12-12T00:00:00Z',
    'Custom.Customersaffected': 38,
    'Custom.Dealvalue': 180000.5,
    'Custom.Tier': 'Enterprise',
    'Custom.Voice': '<p>We lost the <b>basket</b>.</p>',
    'Custom.Urgency': 'High',
  } as Record<string, unknown>,
  relations: [
    link('Hierarchy-Forward', 20),
    link('Dependency-Reverse', 9),
    link('Dependency-Forward', 11),
    { rel: 'AttachedFile', url: `${api}/attachments/3`, attributes: {} },
    link('Dependency-Forward', 'x'),
    ...[
      'Git/Commit/a1%2Fb2%2F0123456789ABCDEF0123456789ABCDEF01234567',
      'Git/Ref/a1%2fb2%2fGBana%2Fcarts',
      'Git/Ref/a1%2fb2%2fGBmain',
      'Git/Ref/a1%2fb2%2fGTv1.0',
      'Git/PullRequestId/a1%2Fb2%2F4321',
      'Git/PullRequestId/%zz',
      'GitHub/PullRequest/c3%2F9',
      'Build/Build/7',
    ].map((path) => ({ rel: 'ArtifactLink', url: `vstfs:///${path}`, attributes: { name: 'Branch' } })),
  ],
  url: `${api}/workItems/7`,
};

/** A work item with little in it, changed so many minutes after the year began. */
export function item(id: number, minutes = id, project = 'Web Shop'): Organization['items'][number] {
  const changed = new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString();
  return {
    id,
    fields: {
      'System.Title': `Item ${id}`,
      'System.TeamProject': project,
      'System.WorkItemType': 'User Story',
      'System.ChangedDate': changed,
    },
  };
}
