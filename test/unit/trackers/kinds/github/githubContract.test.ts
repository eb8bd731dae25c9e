import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { addMocksToSchema } from '@graphql-tools/mock';
import { Ajv } from 'ajv';
import { graphql, parse, validate, type GraphQLSchema } from 'graphql';
import type { z } from 'zod';
import { readFollow, type Project } from '../../../../../src/trackers/kinds/github/githubFollow';
import {
  issueGoal,
  milestoneGoal,
  type GoalContext,
} from '../../../../../src/trackers/kinds/github/githubGoal';
import { GithubKeys } from '../../../../../src/trackers/kinds/github/githubKeys';
import * as queries from '../../../../../src/trackers/kinds/github/githubQueries';
import * as schemas from '../../../../../src/trackers/kinds/github/githubSchemas';
import {
  repositoriesSchema,
  restIssueSchema,
  restMilestoneSchema,
  userSchema,
} from '../../../../../src/trackers/kinds/github/githubRestSchemas';
import { connection } from '../../support/connect';
import { restIssue, restMilestone } from './githubFixtures';
import { githubSchema, oldGithubSchema } from './githubSchema';

const shop = { owner: 'acme', name: 'shop' };
const project: Project = { ownerKind: 'organization', owner: 'acme', number: 7 };
const own: Project = { ownerKind: 'user', owner: 'priya', number: 1 };
const items = [
  { kind: 'issue', number: 142, repository: shop },
  { kind: 'milestone', number: 3, repository: shop },
] as const;
const ofGithub = connection({
  kind: 'github',
  url: 'https://api.github.com',
  follow: ['acme/shop', 'orgs/acme/projects/7'],
});
const context: GoalContext = {
  connection: ofGithub,
  keys: new GithubKeys(ofGithub, readFollow(ofGithub)),
  projects: [project],
};

/** Every query in every form, with the schema that its answer must fit. */
function all(isNew: boolean): [name: string, query: queries.GithubQuery, schema: z.ZodType][] {
  const parts = { isNew, projects: 10 };
  const page = { after: 'x', since: '2026-11-22T10:00:00Z' };
  return [
    ['issues', queries.issuesQuery(shop, page, { isNew, projects: 0 }), schemas.issuesPageSchema],
    ['issues with projects', queries.issuesQuery(shop, {}, parts), schemas.issuesPageSchema],
    ['milestones', queries.milestonesQuery(shop, undefined), schemas.milestonesPageSchema],
    ['project issues', queries.projectIssuesQuery(project, {}, parts), schemas.projectPageSchema],
    ['own project issues', queries.projectIssuesQuery(own, {}, parts), schemas.projectPageSchema],
    ['project changes', queries.projectChangesQuery(project, 'x'), schemas.projectPageSchema],
    ['issues by id', queries.issuesByIdQuery(['I_1'], parts), schemas.nodesSchema],
    ['items by number', queries.itemsQuery(items, parts), schemas.itemsSchema],
    ['issues by number', queries.itemsQuery(items.slice(0, 1), parts), schemas.itemsSchema],
    ['milestones by number', queries.itemsQuery(items.slice(1), parts), schemas.itemsSchema],
    ['project fields', queries.projectFieldsQuery(project), schemas.projectFieldsSchema],
    ['projects', queries.projectsQuery(), schemas.projectsSchema],
    ...(isNew
      ? [
          ['issue fields', queries.issueFieldsQuery('acme'), schemas.issueFieldsSchema] as [
            string,
            queries.GithubQuery,
            z.ZodType,
          ],
        ]
      : []),
  ];
}

describe("GitHub's GraphQL schema", function () {
  // Reading the schema takes longer than a test may.
  this.timeout(60_000);
  let mocked: GraphQLSchema;
  before(() => {
    mocked = addMocksToSchema({
      schema: githubSchema(),
      mocks: {
        Int: () => 501,
        DateTime: () => '2026-11-22T10:00:00Z',
        Date: () => '2026-12-12',
        URI: () => 'https://github.com/acme/shop/issues/142',
        Repository: () => ({ nameWithOwner: 'acme/shop' }),
        ProjectV2Item: () => ({ isArchived: false }),
        PageInfo: () => ({ hasNextPage: false }),
        ProjectV2: () => ({ number: 7 }),
        Organization: () => ({ login: 'acme' }),
        ProjectV2ItemContent: () => ({ __typename: 'Issue' }),
        Node: () => ({ __typename: 'Issue' }),
        ProjectV2Owner: () => ({ __typename: 'Organization' }),
        // Without these, kinds are drawn by lot, and a value's field is often of another kind than the value.
        IssueFieldValue: () => ({ __typename: 'IssueFieldSingleSelectValue' }),
        IssueFields: () => ({ __typename: 'IssueFieldSingleSelect' }),
        ProjectV2ItemFieldValue: () => ({ __typename: 'ProjectV2ItemFieldSingleSelectValue' }),
        ProjectV2FieldConfiguration: () => ({ __typename: 'ProjectV2SingleSelectField' }),
      },
    });
  });

  for (const [name, { query, variables }, schema] of all(true)) {
    it(`knows all that we ask: ${name}`, async () => {
      assert.deepEqual(validate(githubSchema(), parse(query)), []);
      const { data, errors } = await graphql({
        schema: mocked,
        source: query,
        variableValues: variables,
      });
      assert.equal(errors, undefined);
      assert.deepEqual(schema.safeParse(structuredClone(data)).error, undefined);
    });
  }

  for (const [name, { query }] of all(false)) {
    it(`knows what we ask of older servers: ${name}`, () => {
      assert.deepEqual(validate(oldGithubSchema(), parse(query)), []);
    });
  }

  it('gives issues and milestones that become goals', async () => {
    const { query, variables } = queries.itemsQuery(items, { isNew: true, projects: 10 });
    const { data } = await graphql({ schema: mocked, source: query, variableValues: variables });
    const places = schemas.itemsSchema.parse(structuredClone(data));
    const issue = schemas.issueSchema.parse(places['place0']?.item);
    assert.equal(issue.repository, 'acme/shop');
    assert.ok(issue.fields.length > 0);
    assert.ok(issue.projectFields.length > 0);
    const goal = issueGoal(issue, undefined, context);
    assert.equal(goal!.key, 'SHOP-501');
    assert.equal(goal!.parentKey, 'SHOP-501');
    assert.deepEqual(goal!.blockedByKeys, ['SHOP-501']);
    const milestone = schemas.milestoneSchema.parse(places['place1']?.item);
    assert.equal(milestoneGoal(milestone, shop, context)!.progress, 0.5);
  });

  it('gives issues of projects', async () => {
    const { query, variables } = queries.projectIssuesQuery(project, {}, { isNew: true, projects: 10 });
    const { data } = await graphql({ schema: mocked, source: query, variableValues: variables });
    const nodes = schemas.projectPageSchema.parse(structuredClone(data)).owner.projectV2.items.nodes!;
    const item = schemas.projectItemSchema.parse(nodes[0]);
    assert.equal(item.content!.__typename, 'Issue');
    assert.equal(issueGoal(schemas.issueSchema.parse(item.content), undefined, context)!.key, 'SHOP-501');
  });
});

describe("GitHub's REST description", () => {
  interface Description {
    readonly paths: Record<
      string,
      { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }
    >;
    readonly components: { readonly schemas: Record<string, object> };
  }
  const description = nullable(
    JSON.parse(readFileSync(new URL('github-openapi.json', import.meta.url), 'utf8')),
  ) as Description;
  // Formats are of no concern here; unknown keywords are those of OpenAPI.
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'github', ...description });
  const check = (path: string, answer: unknown): void => {
    const { schema } = description.paths[path]!.get.responses['200']!.content['application/json']!;
    const isRight = ajv.compile(relative(schema) as object);
    isRight(answer);
    assert.deepEqual(isRight.errors ?? [], [], path);
  };

  it('allows the issues of our tests, which become goals', () => {
    check('/repos/{owner}/{repo}/issues', [restIssue]);
    check('/repos/{owner}/{repo}/issues/{issue_number}', restIssue);
    assert.equal(issueGoal(restIssueSchema.parse(restIssue), shop, context)!.parentKey, 'PLATFORM-12');
  });

  it('allows the milestones of our tests, which become goals', () => {
    check('/repos/{owner}/{repo}/milestones', [restMilestone]);
    check('/repos/{owner}/{repo}/milestones/{milestone_number}', restMilestone);
    assert.equal(milestoneGoal(restMilestoneSchema.parse(restMilestone), shop, context)!.key, 'SHOP.M-3');
  });

  it('tells a wrong issue from a right one', () => {
    assert.throws(() => check('/repos/{owner}/{repo}/issues', [{ ...restIssue, number: 'x' }]));
    assert.throws(() => check('/repos/{owner}/{repo}/issues', [{ ...restIssue, node_id: undefined }]));
  });

  it('requires all that we cannot do without', () => {
    const requiredOf = (name: string): string[] =>
      (description.components.schemas[name] as { required: string[] }).required;
    for (const name of ['node_id', 'number', 'title', 'state', 'updated_at', 'repository_url']) {
      assert.ok(requiredOf('issue').includes(name), name);
    }
    for (const name of ['node_id', 'number', 'title', 'state', 'open_issues', 'closed_issues']) {
      assert.ok(requiredOf('milestone').includes(name), name);
    }
    assert.ok(requiredOf('private-user').includes('login'));
    assert.ok(requiredOf('repository').includes('full_name'));
    assert.equal(userSchema.parse({ login: 'priya' }).login, 'priya');
    assert.equal(repositoriesSchema.parse([{ full_name: 'acme/shop' }]).length, 1);
  });

  it('has every field that we read of an issue', () => {
    const issue = description.components.schemas['issue'] as { properties: Record<string, unknown> };
    const known = Object.keys(issue.properties);
    for (const name of Object.keys(restIssueSchema.in.shape)) assert.ok(known.includes(name), name);
    const milestone = description.components.schemas['milestone'] as { properties: Record<string, unknown> };
    for (const name of Object.keys(restMilestoneSchema.in.shape)) {
      assert.ok(name in milestone.properties, name);
    }
  });
});

/** OpenAPI 3.0 says `nullable` where JSON Schema has a type: https://spec.openapis.org/oas/v3.0.3#schema-object */
function nullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nullable);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable: isNullable, ...rest } = value as { nullable?: boolean };
  const copy = Object.fromEntries(
    Object.entries(rest).map(([name, each]: [string, unknown]) => [name, nullable(each)]),
  );
  return isNullable === true ? { anyOf: [copy, { type: 'null' }] } : copy;
}

/** References within the description, seen from outside. */
function relative(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relative);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]: [string, unknown]) => [
      name,
      name === '$ref' && typeof each === 'string' ? `github${each}` : relative(each),
    ]),
  );
}
