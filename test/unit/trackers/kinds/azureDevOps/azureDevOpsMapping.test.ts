import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { TrackerError } from '../../../../../src/core/tracker/trackerError';
import type { TrackerContext } from '../../../../../src/trackers/port/adapter';
import { AzureFields } from '../../../../../src/trackers/kinds/azureDevOps/azureFields';
import { azureGoal } from '../../../../../src/trackers/kinds/azureDevOps/azureGoal';
import { AzureProcess } from '../../../../../src/trackers/kinds/azureDevOps/azureProcess';
import { workItemSchema } from '../../../../../src/trackers/kinds/azureDevOps/azureSchemas';
import { NumberedKeys } from '../../../../../src/trackers/port/numberedKeys';
import { connect, connection, never, pagesOf, testToken } from '../../support/connect';
import type { TrackerServer } from '../../support/trackerServer';
import { azureServer, fault, full, item, link, type Organization } from './azureServer';

describe('Work items of Azure DevOps', () => {
  const asOf = '2026-11-22T12:00:00.617Z';
  let server: TrackerServer;
  let organization: Organization;
  const start = async (items: Organization['items'], entry: object = {}) => {
    organization = { items, asOf, maxIds: 20_000 };
    server = await azureServer(organization).start();
    const url = `${server.url}/org`;
    return (await connect({ kind: 'azureDevOps', url, follow: ['Web Shop'], ...entry })).tracker;
  };
  afterEach(() => server.stop());

  it('maps a work item with everything set', async () => {
    const impact = {
      'customers affected': 'customers',
      'Custom.Dealvalue': 'revenue',
      Tier: 'segments',
      Voice: 'quotes',
    };
    const tracker = await start([full], { impact, currency: 'eur', priority: 'Urgency' });
    const [page] = await pagesOf(tracker);
    assert.deepEqual(page!.goals, [
      {
        id: '7',
        trackerId: `azureDevOps:${server.url}/org#Web Shop`,
        key: 'AB-7',
        title: 'Checkout that never loses a cart',
        level: 'initiative',
        description: 'Customers & carts\n\n- first',
        status: { name: 'In Test', category: 'active' },
        priority: { rank: 2, label: 'High' },
        impact: {
          customers: { value: 38, field: 'Customers affected' },
          revenue: { value: { amount: 180000.5, currency: 'EUR' }, field: 'Deal value' },
          segments: { value: ['Enterprise'], field: 'Tier' },
          quotes: { value: [{ text: 'We lost the basket.' }], field: 'Voice' },
          score: { value: 80, field: 'Business Value' },
          severity: { value: '1 - Critical', field: 'Severity' },
        },
        owner: { name: 'Priya Nair', email: 'priya@shop.example' },
        targetDate: '2026-12-12',
        metrics: [],
        parentKey: 'AB-1',
        blockedByKeys: ['AB-9'],
        blocksKeys: ['AB-11'],
        labels: ['payments', 'checkout'],
        links: [
          { kind: 'commit', sha: '0123456789abcdef0123456789abcdef01234567' },
          { kind: 'branch', name: 'ana/carts', repository: '127.0.0.1/org/' },
          { kind: 'pullRequest', number: 4321, repository: '127.0.0.1/org/' },
        ],
        updatedAt: '2026-11-20T15:30:00.120Z',
      },
    ]);
    assert.deepEqual(page!.problems, []);
    const [first] = server.requests;
    assert.equal(first!.headers.authorization, `Basic ${Buffer.from(`:${testToken}`).toString('base64')}`);
  });

  for (const [form, value] of [
    ['absent', undefined],
    ['null', null],
    ['of another type', { surprising: true }],
  ] as const) {
    it(`maps a work item whose optional fields are ${form}`, async () => {
      const fields = Object.fromEntries(
        Object.entries(full.fields).map(([name, own]) => [name, name === 'System.Title' ? own : value]),
      );
      const bare = { id: 7, fields, relations: value, multilineFieldsFormat: value };
      const tracker = await start([bare]);
      const page = await tracker.getByKeys(['AB-7'], never);
      assert.deepEqual(page.problems, []);
      assert.deepEqual(
        page.goals.map(({ key, title, level, priority, status }) => ({
          key,
          title,
          level,
          priority,
          status,
        })),
        [
          {
            key: 'AB-7',
            title: full.fields['System.Title'],
            level: 'item',
            priority: undefined,
            status: undefined,
          },
        ],
      );
    });
  }

  it('keeps Markdown, takes the steps of a bug, and a parent from its link', async () => {
    const markdown = { ...item(1), multilineFieldsFormat: { 'System.Description': 'markdown' } };
    markdown.fields['System.Description'] = 'Use `<cart>` &amp; **more**';
    const bug = { ...item(2), relations: [link('Hierarchy-Reverse', 5), null] };
    bug.fields['Microsoft.VSTS.TCM.ReproSteps'] = '<div>Click</div>';
    const tracker = await start([markdown, bug]);
    const { goals } = await tracker.getByKeys(['AB-1', 'AB-2'], never);
    const [second, first] = goals;
    assert.equal(first!.description, 'Use `<cart>` &amp; **more**');
    assert.equal(second!.description, 'Click');
    assert.equal(second!.parentKey, 'AB-5');
  });

  it('takes what is done when from its own field, an entry for each point', async () => {
    const story = item(1);
    story.fields['Microsoft.VSTS.Common.AcceptanceCriteria'] =
      '<ul><li>Nobody pays twice</li><li>Three tries at most</li></ul>';
    const tracker = await start([story, item(2)]);
    const { goals } = await tracker.getByKeys(['AB-1', 'AB-2'], never);
    const acceptance = new Map(goals.map((goal) => [goal.key, goal.acceptance]));
    assert.deepEqual(acceptance.get('AB-1'), ['Nobody pays twice', 'Three tries at most']);
    assert.equal(acceptance.get('AB-2'), undefined);
  });

  it('finds levels and the meaning of states in the process, unless the connection says otherwise', async () => {
    const typed = (id: number, type: string, state: string) => {
      const made = item(id);
      Object.assign(made.fields, { 'System.WorkItemType': type, 'System.State': state });
      return made;
    };
    const items = [
      typed(1, 'Bet', 'New'),
      typed(2, 'Epic', 'Active'),
      typed(3, 'Feature', 'Shut'),
      typed(4, 'User Story', 'Cut'),
      typed(5, 'Outcome', 'Rejected'),
    ];
    const entry = { levels: { OUTCOME: 'objective' }, statuses: { active: 'blocked' } };
    const tracker = await start(items, entry);
    const pages = await pagesOf(tracker);
    const goals = pages.flatMap(({ goals }) => goals).sort((a, b) => Number(a.id) - Number(b.id));
    assert.deepEqual(
      goals.map(({ level, status }) => [level, status?.category]),
      [
        ['objective', 'planned'],
        ['initiative', 'blocked'],
        ['epic', 'done'],
        ['item', 'dropped'],
        ['objective', 'dropped'],
      ],
    );
    const asked = server.requests.length;
    await pagesOf(tracker);
    // Only the query and the batch: the process is known.
    assert.equal(server.requests.length, asked + 2);
  });

  it('does without a process that may not be read', async () => {
    const tracker = await start([full]);
    organization.instead = ({ url }) =>
      /states$|processconfiguration$/.test(url.pathname) ? fault(403, 'TF401027') : undefined;
    const [page] = await pagesOf(tracker);
    assert.equal(page!.goals[0]!.level, 'initiative');
    // The name stays, whatever it means.
    assert.deepEqual(page!.goals[0]!.status, { name: 'In Test', category: 'planned' });
  });

  it('leaves out a work item that cannot be used, and says so', async () => {
    const tracker = await start([{ id: 3, fields: {} }, full]);
    const { goals, problems } = await tracker.getByKeys(['AB-3', 'AB-7'], never);
    assert.equal(goals.length, 1);
    assert.match(problems![0]!, /\(3\) is left out: fields\.System\.Title/);
  });

  it('survives descriptions that are nested without end', async () => {
    const tracker = await start([item(1), item(2), item(3)]);
    for (const [index, tag] of ['div', 'table><tr><td', 'ul><li'].entries()) {
      organization.items[index]!.fields['System.Description'] = `Begin ${`<${tag}>`.repeat(100_000)}deep`;
    }
    const [page] = await pagesOf(tracker);
    assert.deepEqual(
      page!.goals.map(({ description }) => description?.startsWith('Begin')),
      [true, true, true],
    );
  });

  it('makes goals or a TrackerError of anything', async () => {
    const tracker = await start([]);
    let wild: { readonly query: unknown; readonly batch: unknown; readonly other: unknown };
    organization.instead = ({ url }) => ({
      json: url.pathname.endsWith('wiql')
        ? wild.query
        : url.pathname.endsWith('batch')
          ? wild.batch
          : wild.other,
    });
    const fields = fc.record(
      Object.fromEntries(Object.keys(full.fields).map((name) => [name, fc.jsonValue()])),
      { requiredKeys: [] },
    );
    const titled = fields.map((own) => ({ 'System.Title': 'Title', ...own }));
    const entry = fc.oneof(
      fc.jsonValue(),
      fc.record({ id: fc.constant(7), fields: fc.oneof(fields, titled), relations: fc.jsonValue() }),
    );
    const any = fc.record({
      query: fc.oneof(fc.jsonValue(), fc.constant({ asOf, workItems: [{ id: 7 }] })),
      batch: fc.oneof(fc.jsonValue(), fc.record({ value: fc.array(entry) })),
      other: fc.jsonValue(),
    });
    await fc.assert(
      fc.asyncProperty(any, async (value) => {
        wild = value;
        try {
          for (const page of await pagesOf(tracker)) for (const goal of page.goals) assert.ok(goal.title);
        } catch (error) {
          assert.ok(error instanceof TrackerError, String(error));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('The goal of a work item of Azure DevOps', () => {
  it('leads to the work item in the tracker', () => {
    const at = connection({ kind: 'azureDevOps', url: 'https://dev.azure.com/org/' });
    const context = { connection: at } as TrackerContext;
    const goal = azureGoal(workItemSchema.parse(full), {
      connection: at,
      keys: new NumberedKeys(at, undefined, 'AB'),
      process: new AzureProcess(context),
      fields: new AzureFields(at, []),
    });
    assert.equal(goal?.url, 'https://dev.azure.com/org/Web%20Shop/_workitems/edit/7');
  });
});
