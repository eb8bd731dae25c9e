import assert from 'node:assert/strict';
import { pagesOf } from '../../support/connect';
import { cloudIssue } from './cloudFixtures';
import { at, searchPath, useCloud } from './cloudStandIn';
import { cloudFields } from './fieldFixtures';

describe('Jira Cloud, its issues as goals', () => {
  const { start, cloud } = useCloud();

  it('maps an issue with everything set', async () => {
    const impact = {
      'customers affected': 'customers',
      'revenue at stake': 'revenue',
      'Customer tier': 'segments',
      Severity: 'severity',
      'Customer said': 'quotes',
    };
    const answers = at(searchPath, { issues: [cloudIssue], isLast: true });
    const tracker = await start(answers, { impact, currency: 'eur' });
    const [page] = await pagesOf(tracker);
    assert.deepEqual(page!.goals, [
      {
        id: '10142',
        trackerId: `jira:${cloud().url}#SHOP`,
        key: 'SHOP-142',
        title: 'Checkout that never loses a cart',
        level: 'epic',
        description: 'People lose their cart.\n\nThey do not come back.',
        status: { name: 'In Progress', category: 'active' },
        priority: { rank: 2, label: 'Must have' },
        impact: {
          customers: { value: 38, field: 'customers affected' },
          revenue: { value: { amount: 180000.5, currency: 'EUR' }, field: 'Revenue at stake' },
          segments: { value: ['Enterprise'], field: 'Customer tier' },
          severity: { value: 'High', field: 'Severity' },
          quotes: { value: [{ text: 'We lost two orders.' }], field: 'Customer said' },
          requests: { value: 12, field: 'votes' },
        },
        owner: { name: 'Priya Nair', email: 'priya@example.com' },
        targetDate: '2026-12-12',
        progress: 0.25,
        metrics: [],
        parentKey: 'PLAN-7',
        blockedByKeys: ['PAY-3'],
        blocksKeys: ['SHOP-150'],
        labels: ['payments', 'q4', 'Checkout'],
        updatedAt: '2026-11-22T10:00:00.000Z',
      },
    ]);
    assert.equal(page!.mark, Date.parse('2026-11-22T10:00:00Z'));
    const { fields } = cloud().bodies(searchPath)[0] as { fields: string[] };
    assert.ok(['customfield_10201', 'customfield_10205', 'issuelinks'].every((id) => fields.includes(id)));
    assert.ok(!fields.includes('customfield_10206'));
  });

  for (const [form, value] of [
    ['absent', undefined],
    ['null', null],
    ['of another type', { surprising: [true] }],
    ['a text', 'surprising'],
  ] as const) {
    it(`maps an issue whose optional fields are ${form}`, async () => {
      const bare = Object.fromEntries(Object.keys(cloudIssue.fields).map((name) => [name, value]));
      const entry = { ...cloudIssue, fields: { ...bare, summary: 'Still there' } };
      const answers = at(searchPath, { issues: [entry], isLast: true });
      const tracker = await start(answers, { impact: { Severity: 'severity' } }, { contract: false });
      const [page] = await pagesOf(tracker);
      assert.deepEqual(
        page!.goals.map(({ key, title, level }) => ({ key, title, level })),
        [{ key: 'SHOP-142', title: 'Still there', level: 'item' }],
      );
    });
  }

  it('keeps the good ones among links and versions of another type', async () => {
    const { issuelinks, fixVersions } = cloudIssue.fields;
    const fields = {
      ...cloudIssue.fields,
      issuelinks: [7, ...issuelinks],
      fixVersions: ['x', ...fixVersions],
    };
    const answers = at(searchPath, { issues: [{ ...cloudIssue, fields }] });
    const tracker = await start(answers, {}, { contract: false });
    const [goal] = (await pagesOf(tracker))[0]!.goals;
    assert.deepEqual([goal!.blockedByKeys, goal!.targetDate], [['PAY-3'], '2026-12-12']);
  });

  it('leaves out an issue that cannot be used, and says so', async () => {
    const answers = at(searchPath, { issues: [{ id: '3' }, cloudIssue], isLast: true });
    const [page] = await pagesOf(await start(answers));
    assert.equal(page!.goals.length, 1);
    assert.match(page!.problems![0]!, /Entry 0 \(3\) is left out: key/);
  });

  it('reads levels from Jira’s own numbers, unless the connection says otherwise', async () => {
    const levelled = ([4, 3, 2, 1, 0, -1] as const).map((hierarchyLevel, index) => ({
      id: String(index + 1),
      key: `SHOP-${index + 1}`,
      fields: {
        summary: 'Level',
        issuetype: { name: hierarchyLevel === 0 ? 'Feature' : `Type ${hierarchyLevel}`, hierarchyLevel },
      },
    }));
    const answers = at(searchPath, { issues: levelled, isLast: true });
    const tracker = await start(answers, { levels: { 'type -1': 'epic' } });
    const [page] = await pagesOf(tracker);
    assert.deepEqual(
      page!.goals.map(({ level }) => level),
      ['objective', 'objective', 'initiative', 'epic', 'item', 'epic'],
    );
  });

  for (const [name, key, resolution, expected] of [
    ['To Do', 'new', undefined, 'planned'],
    ['On hold', 'new', undefined, 'blocked'],
    ['Reviewing', 'indeterminate', undefined, 'active'],
    ['Blocked', 'indeterminate', undefined, 'blocked'],
    ['Done', 'done', { name: 'Fixed' }, 'done'],
    ['Done', 'done', { name: "Won't Do" }, 'dropped'],
    ['Rejected', 'done', undefined, 'dropped'],
    ['Mystery', 'constructor', undefined, 'planned'],
    ['Parked', 'indeterminate', undefined, 'dropped'],
  ] as const) {
    it(`reads the status ${name} (${key}) as ${expected}`, async () => {
      const fields = { summary: 'Status', status: { name, statusCategory: { key } }, resolution };
      const answers = at(searchPath, { issues: [{ id: '1', key: 'SHOP-1', fields }], isLast: true });
      const tracker = await start(answers, { statuses: { parked: 'dropped' } });
      const [page] = await pagesOf(tracker);
      assert.equal(page!.goals[0]!.status?.category, expected);
    });
  }

  it('counts votes as requests only where there are some and the connection maps no field to requests', async () => {
    const answers = at(searchPath, { issues: [cloudIssue], isLast: true });
    const tracker = await start(answers, { impact: { Votes: 'score', 'Revenue at stake': 'requests' } });
    const [page] = await pagesOf(tracker);
    assert.deepEqual(page!.goals[0]!.impact, {
      score: { value: 12, field: 'Votes' },
      requests: { value: 180001, field: 'Revenue at stake' },
    });
  });

  it('reads the priority from the field that the connection names', async () => {
    const answers = at(searchPath, { issues: [cloudIssue], isLast: true });
    const [page] = await pagesOf(await start(answers, { priority: 'severity' }));
    assert.deepEqual(page!.goals[0]!.priority, { rank: 2, label: 'High' });
  });

  it('takes the first filled one of fields that share their name', async () => {
    const twin = { ...cloudFields[5]!, id: 'customfield_10999', key: 'customfield_10999' };
    const tracker = await start(
      ({ url }) =>
        url.pathname === '/rest/api/3/field'
          ? { json: [twin, ...cloudFields] }
          : at(searchPath, { issues: [cloudIssue], isLast: true })({ url } as never),
      { impact: { 'Revenue at stake': 'score' } },
    );
    const [page] = await pagesOf(tracker);
    assert.equal(page!.goals[0]!.impact!.score!.value, 180000.5);
  });
});
