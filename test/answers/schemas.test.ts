import assert from 'node:assert/strict';
import { buildASTSchema, parse, validate, type GraphQLSchema } from 'graphql';
import * as github from '../../src/trackers/kinds/github/githubQueries';
import type { NewIssueField } from '../../src/trackers/kinds/github/githubNewFields';
import * as linear from '../../src/trackers/kinds/linear/linearQueries';
import { pinnedFile } from './pinnedFile';

const shop = { owner: 'acme', name: 'shop' };
const project = { ownerKind: 'organization', owner: 'acme', number: 7 } as const;
const item = { kind: 'issue', number: 142, repository: shop } as const;
const milestone = { ...item, kind: 'milestone' } as const;

/** What is asked of a GitHub; of one that does not know all, we ask for less. */
function githubQueries(
  isNew: boolean,
  lacks: ReadonlySet<NewIssueField> = new Set(),
): (readonly [string, string])[] {
  const parts = { isNew, lacks, projects: 10 };
  const queries = {
    issues: github.issuesQuery(shop, {}, parts),
    milestones: github.milestonesQuery(shop, undefined),
    'issues of a project': github.projectIssuesQuery(project, {}, parts),
    'changes of a project': github.projectChangesQuery(project, undefined),
    'fields of a project': github.projectFieldsQuery(project),
    'issues by id': github.issuesByIdQuery(['I_1'], parts),
    items: github.itemsQuery([item, milestone], parts),
    projects: github.projectsQuery(),
    teams: github.ownTeamsQuery('acme'),
    ...(isNew && !lacks.has('issueFieldValues') && { 'issue fields': github.issueFieldsQuery('acme') }),
  };
  return Object.entries(queries).map(([name, { query }]) => [name, query] as const);
}

const octokit = { repository: 'octokit/graphql-schema', path: 'schema.graphql' };
const githubDocs = (version: string) => ({
  repository: 'github/docs',
  path: `src/graphql/data/ghes-${version}/schema.docs-enterprise.graphql`,
});

/** Vendors' schemas from another place than the unit tests have theirs, and older ones. */
const places = [
  {
    name: 'Linear, as in its own repository',
    repository: 'linear/linear',
    commit: '8335e09a17dd8aa351dace3d05a94a55e78dad2a',
    path: 'packages/sdk/src/schema.graphql',
    queries: Object.entries(linear).filter((each): each is [string, string] => typeof each[1] === 'string'),
  },
  {
    name: 'GitHub in July 2024, as Octokit kept it',
    ...octokit,
    commit: '503d8f18a265230ec224669241c2f1957811faf8',
    queries: githubQueries(false),
  },
  {
    name: 'GitHub in February 2025, when Enterprise Server 3.16 was made, as Octokit keeps it',
    ...octokit,
    commit: '82ff2d4780080e6929ebb95608cefa22dfa05ac7',
    queries: githubQueries(false),
  },
  {
    name: 'GitHub in January 2026, as another project keeps it',
    repository: 'ls1intum/Hephaestus',
    commit: '1faff5219dd0cd55be3c3090ead44744a5164499',
    path: 'server/application-server/src/main/resources/graphql/github/schema.github.graphql',
    queries: githubQueries(true, new Set(['issueFieldValues'])),
  },
  {
    name: 'GitHub Enterprise Server 3.16, as GitHub describes it',
    ...githubDocs('3.16'),
    commit: '697a57204434dcea82424fa8d2b43f8e60e07651',
    // It has sub-issues, but neither types nor fields of issues, nor dependencies.
    queries: githubQueries(true, new Set(['issueType', 'blockedBy', 'blocking', 'issueFieldValues'])),
  },
  {
    name: 'GitHub Enterprise Server 3.22, as GitHub describes it',
    ...githubDocs('3.22'),
    commit: '3bc6b7bd4c3bda53b18abea782eba9c7f3b0c839',
    queries: githubQueries(true),
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
