import assert from 'node:assert/strict';
import { parse, validate } from 'graphql';
import { newFieldIn, newFieldsBut } from '../../../../../src/trackers/kinds/github/githubNewFields';
import type { StandInData } from './githubStandIn';
import { githubStandIn, queriesOf } from './githubStandIn';
import { connect, never, pagesOf } from '../../support/connect';
import type { TrackerServer } from '../../support/trackerServer';
import { fullIssue, mapped } from './githubFixtures';
import { githubSchemaBetween, oldestNamedGithubSchema, publicGithubSchema } from './githubSchema';

describe('newFieldIn', () => {
  it('tells which field a server lacks, in the words of GitHub', () => {
    const cases: readonly (readonly [string, string | undefined])[] = [
      ["Field 'issueFieldValues' doesn't exist on type 'Issue'", 'issueFieldValues'],
      [
        "Field 'closedByPullRequestsReferences' doesn't accept argument 'includeClosedPrs'",
        'closedByPullRequestsReferences',
      ],
      ["No such type IssueFieldSingleSelectValue, so it can't be a fragment condition", 'issueFieldValues'],
      [
        "No such type IssueFieldMultiSelectValue, so it can't be a fragment condition",
        'IssueFieldMultiSelectValue',
      ],
      ["Field 'body' doesn't exist on type 'Issue'", undefined],
      ["Field 'toString' doesn't exist on type 'Issue'", undefined],
      ['Something went wrong', undefined],
    ];
    for (const [refusal, field] of cases) assert.equal(newFieldIn(refusal), field, refusal);
  });
});

describe('Several choices in a field of GitHub', () => {
  let server: TrackerServer;
  before(function () {
    this.timeout(60_000);
    publicGithubSchema();
    githubSchemaBetween();
  });
  afterEach(() => server.stop());

  const fields = fullIssue.issueFieldValues as { nodes: object[] };
  const chosen = {
    __typename: 'IssueFieldMultiSelectValue',
    options: [{ name: 'Enterprise' }, { name: 'Education' }],
    field: { __typename: 'IssueFieldMultiSelect', name: 'Customer tier' },
  };
  const read = async (nodes: readonly object[], more: Partial<StandInData> = {}) => {
    const issue = { ...fullIssue, issueFieldValues: { ...fields, nodes } };
    const repositories = [{ nameWithOwner: 'acme/shop', issues: [issue] }];
    server = await githubStandIn({ repositories, ...more }).start();
    const entry = { kind: 'github', url: `${server.url}/api`, ...mapped, follow: ['acme/shop'] };
    return (await pagesOf((await connect(entry)).tracker)).flatMap(({ goals }) => goals);
  };

  it('are all read', async () => {
    const others = fields.nodes.filter((node) => Reflect.get(node, '__typename') !== 'IssueFieldTextValue');
    const [goal] = await read([...others, chosen]);
    assert.deepEqual(goal!.impact?.segments?.value, ['Enterprise', 'Education']);
    assert.equal(goal!.impact.customers?.value, 38);
  });

  it('are not asked for where a server does not know them; its other fields are read', async () => {
    const [goal] = await read(fields.nodes, { schema: publicGithubSchema });
    assert.deepEqual(goal!.impact?.segments?.value, ['Enterprise']);
    assert.equal(goal!.parentKey, 'PLATFORM-12');
    assert.equal(queriesOf(server).filter((name) => name === 'GoalLensIssues').length, 2);
  });

  it('are not asked for where a server knows no fields of issues at all', () => {
    const [fields, choices] = [newFieldsBut(new Set(['issueFieldValues'])), newFieldsBut()];
    assert.deepEqual(
      choices.filter((each) => !fields.includes(each)).map((each) => each.includes('issueFieldValues')),
      [true, true],
    );
    const query = `query($id: ID!) { node(id: $id) { ... on Issue { ${fields
      .filter((each) => !each.startsWith('issueType'))
      .join(' ')} } } }`;
    assert.deepEqual(validate(githubSchemaBetween(), parse(query)), []);
  });
});

describe('GitHub Enterprise Server 3.16', () => {
  let server: TrackerServer;
  before(function () {
    this.timeout(60_000);
    oldestNamedGithubSchema();
  });
  afterEach(() => server.stop());

  it('gives parents, sub-issues and code over GraphQL, though neither types, fields nor dependencies', async () => {
    const repositories = [{ nameWithOwner: 'acme/shop', issues: [fullIssue] }];
    const rest = { '/api/v3/user': { json: { login: 'priya' } } };
    server = await githubStandIn({ schema: oldestNamedGithubSchema, repositories, rest }).start();
    const entry = { kind: 'github', url: `${server.url}/api`, ...mapped, follow: ['acme/shop'] };
    const { tracker } = await connect(entry);
    const [goal] = (await pagesOf(tracker)).flatMap(({ goals }) => goals);
    assert.equal(goal!.parentKey, 'PLATFORM-12');
    assert.ok(goal!.progress !== undefined);
    assert.ok((goal!.links ?? []).length > 0);
    assert.deepEqual(goal!.blockedByKeys, []);
    const [limit] = (await tracker.checkConnection(never)).limits ?? [];
    assert.equal(limit?.kind, 'partOfIssues');
  });
});
