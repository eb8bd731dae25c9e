import assert from 'node:assert/strict';
import { buildASTSchema, parse, validate, type GraphQLSchema } from 'graphql';
import * as github from '../../src/trackers/kinds/github/githubQueries';
import * as linear from '../../src/trackers/kinds/linear/linearQueries';
import { pinnedFile } from './pinnedFile';

const shop = { owner: 'acme', name: 'shop' };
const project = { ownerKind: 'organization', owner: 'acme', number: 7 } as const;
const item = { kind: 'issue', number: 142, repository: shop } as const;

const parts = { isNew: false, projects: 10 };
/** What is asked of servers that do not know all: Octokit's copy lacks as much. */
const githubQueries = Object.entries({
  issues: github.issuesQuery(shop, {}, parts),
  milestones: github.milestonesQuery(shop, undefined),
  'issues of a project': github.projectIssuesQuery(project, {}, parts),
  'changes of a project': github.projectChangesQuery(project, undefined),
  'fields of a project': github.projectFieldsQuery(project),
  'issues by id': github.issuesByIdQuery(['I_1'], parts),
  items: github.itemsQuery([item], parts),
  projects: github.projectsQuery(),
  teams: github.ownTeamsQuery('acme'),
}).map(([name, { query }]) => [name, query] as const);

/** Vendors' schemas from another place than the unit tests have theirs. */
const places = [
  {
    name: 'Linear, as in its own repository',
    repository: 'linear/linear',
    commit: '8335e09a17dd8aa351dace3d05a94a55e78dad2a',
    path: 'packages/sdk/src/schema.graphql',
    queries: Object.entries(linear).filter((each): each is [string, string] => typeof each[1] === 'string'),
  },
  {
    name: 'GitHub without what is newest, as Octokit keeps it',
    repository: 'octokit/graphql-schema',
    commit: '82ff2d4780080e6929ebb95608cefa22dfa05ac7',
    path: 'schema.graphql',
    queries: githubQueries,
  },
] as const;

for (const { name, repository, commit, path, queries } of places) {
  describe(`The schema of ${name}`, function () {
    this.timeout(30_000);
    let schema: GraphQLSchema;
    before(async () => {
      const text = await pinnedFile({ repository, commit }, path);
      schema = buildASTSchema(parse(text, { noLocation: true }), { assumeValidSDL: true });
    });

    for (const [of, query] of queries) {
      it(`knows everything that is asked: ${of}`, () => {
        assert.deepEqual(validate(schema, parse(query)), []);
      });
    }
  });
}
