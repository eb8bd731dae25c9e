import assert from 'node:assert/strict';
import { graphql, parse, validate, type GraphQLSchema } from 'graphql';
import type { CodeTie } from '../../../../src/core/goal/codeLink';
import type { CodeQuestion } from '../../../../src/trackers/port/codeInquiry';
import { goal } from '../../../support/builders';
import { connect, never } from '../support/connect';
import { TrackerServer, type CannedAnswer, type ReceivedRequest } from '../support/trackerServer';
import { githubSchema, oldGithubSchema } from './github/githubSchema';
import { gitlabSchema } from './gitlab/gitlabServer';
import { linearSchema } from './linear/linearSchema';

const sha = '0123456789abcdef0123456789abcdef01234567';

/** Answers a query by the vendor's own schema: one that is at odds with it is refused. */
async function answerBy(
  schema: GraphQLSchema,
  { body }: ReceivedRequest,
  rootValue: object,
): Promise<CannedAnswer> {
  const { query, variables } = body as { query: string; variables: Record<string, unknown> };
  const [invalid] = validate(schema, parse(query));
  if (invalid) return { json: { errors: [{ message: invalid.message }] } };
  return { json: await graphql({ schema, source: query, variableValues: variables, rootValue }) };
}

describe('What trackers tell of code when they are asked', () => {
  let server: TrackerServer;
  before('reads the vendors’ schemas', function () {
    this.timeout(60_000);
    for (const read of [githubSchema, oldGithubSchema, gitlabSchema, linearSchema]) read();
  });
  afterEach(() => server.stop());

  const ask = async (
    entry: object,
    handler: (request: ReceivedRequest) => CannedAnswer | Promise<CannedAnswer>,
    question: CodeQuestion,
  ): Promise<readonly CodeTie[]> => {
    server = await new TrackerServer(handler).start();
    const { tracker } = await connect({ url: server.url, ...entry });
    const { code } = tracker;
    assert.ok(code);
    assert.ok(code.answers.includes(question.kind));
    return code.ask(question, never);
  };
  const requests = (): string[] => server.requests.map(({ url }) => url.pathname + url.search);

  describe('GitHub', () => {
    const entry = { kind: 'github', follow: ['acme/shop'] };
    const question = (repository = '127.0.0.1/acme/shop'): CodeQuestion => ({
      kind: 'pullRequests',
      repository,
      numbers: [4321, 142, 9],
    });
    const root = {
      repository: {
        issueOrPullRequest: ({ number }: { number: number }) => {
          if (number === 142) return { __typename: 'Issue', number };
          if (number !== 4321) throw new Error('Could not resolve to an issue or pull request.');
          const issue = (of: number, nameWithOwner: string): object => ({
            number: of,
            repository: { nameWithOwner },
          });
          const nodes = [issue(7, 'acme/shop'), null, issue(8, 'acme/api')];
          return { __typename: 'PullRequest', closingIssuesReferences: { nodes } };
        },
      },
    };

    it('says what pull requests close, in one request', async () => {
      const link = { kind: 'pullRequest', number: 4321, repository: '127.0.0.1/acme/shop', isClosing: true };
      const ties = await ask(entry, (request) => answerBy(githubSchema(), request, root), question());
      assert.deepEqual(ties, [
        { key: 'SHOP-7', link },
        { key: 'API-8', link },
      ]);
      assert.equal(server.requests.length, 1);
    });

    it('asks nothing about repositories on other hosts', async () => {
      const ties = await ask(entry, () => ({ status: 500 }), question('github.com/acme/shop'));
      assert.deepEqual([ties, requests()], [[], []]);
    });

    it('works with older servers', async () => {
      const ties = await ask(entry, (request) => answerBy(oldGithubSchema(), request, root), question());
      assert.equal(ties.length, 2);
    });
  });

  describe('GitLab', () => {
    const url = 'https://gitlab.example.com/acme/shop';
    const request = (iid: number): object => ({
      webUrl: `${url}/-/merge_requests/${iid}`,
      sourceBranch: `work-${iid}`,
      sourceProject: { webUrl: url },
    });
    const root = {
      workItem: ({ id }: { id: string }) => {
        assert.equal(id, 'gid://gitlab/WorkItem/142');
        const development = {
          __typename: 'WorkItemWidgetDevelopment',
          closingMergeRequests: { nodes: [{ mergeRequest: request(5) }] },
          relatedMergeRequests: { nodes: [request(6)] },
          relatedBranches: { nodes: [{ name: '142-retry' }] },
        };
        return { widgets: [{ __typename: 'WorkItemWidgetLabels' }, development] };
      },
    };
    const question: CodeQuestion = {
      kind: 'goal',
      goal: goal('SHOP-142', { id: 'gid://gitlab/WorkItem/142', url: `${url}/-/work_items/142` }),
    };
    const repository = 'gitlab.example.com/acme/shop';
    const closing = [
      { kind: 'pullRequest', number: 5, repository, isClosing: true },
      { kind: 'branch', name: 'work-5', repository, pullRequest: 5 },
    ];

    it('says what is under “Development” of a work item', async () => {
      const answer = (each: ReceivedRequest) => answerBy(gitlabSchema(), each, root);
      const ties = await ask({ kind: 'gitlab', follow: ['acme'] }, answer, question);
      assert.deepEqual(
        ties.map(({ link }) => link),
        [
          ...closing,
          { kind: 'pullRequest', number: 6, repository },
          { kind: 'branch', name: '142-retry', repository },
        ],
      );
    });

    it('asks an older server for what that knows', async () => {
      const answer = (each: ReceivedRequest): CannedAnswer | Promise<CannedAnswer> =>
        (each.body as { query: string }).query.includes('relatedMergeRequests')
          ? { json: { errors: [{ message: "Field 'relatedMergeRequests' doesn't exist" }] } }
          : answerBy(gitlabSchema(), each, root);
      const ties = await ask({ kind: 'gitlab', follow: ['acme'] }, answer, question);
      assert.deepEqual(
        ties.map(({ link }) => link),
        closing,
      );
    });
  });

  describe('Linear', () => {
    const search = (found: object | null) => (request: ReceivedRequest) =>
      answerBy(linearSchema(), request, {
        issueVcsBranchSearch: ({ branchName }: { branchName: string }) =>
          branchName === 'ana/retry' ? found : null,
      });

    it('says which issue a branch is for', async () => {
      const question: CodeQuestion = { kind: 'branch', name: 'ana/retry' };
      const ties = await ask({ kind: 'linear' }, search({ identifier: 'SHOP-142' }), question);
      assert.deepEqual(ties, [{ key: 'SHOP-142', link: { kind: 'branch', name: 'ana/retry' } }]);
    });

    it('knows of branches that are for none', async () => {
      assert.deepEqual(await ask({ kind: 'linear' }, search(null), { kind: 'branch', name: 'other' }), []);
    });
  });

  it('Redmine says which commits name an issue; other revisions are left out later', async () => {
    const changesets = [{ revision: sha.toUpperCase(), comments: 'refs #142' }, { revision: '4711' }, {}];
    const ties = await ask(
      { kind: 'redmine', follow: ['shop'] },
      () => ({ json: { issue: { id: 142, changesets } } }),
      { kind: 'goal', goal: goal('SHOP-142') },
    );
    assert.deepEqual(requests(), ['/issues/142.json?include=changesets']);
    assert.deepEqual(ties, [
      { key: 'SHOP-142', link: { kind: 'commit', sha } },
      { key: 'SHOP-142', link: { kind: 'commit', sha: '4711' } },
    ]);
  });

  it('Jira says what its hosts of code have told, provider by provider', async () => {
    const used = (name: string) => ({ byInstanceType: { [name]: { count: 1 }, bitbucket: { count: 0 } } });
    const summary = { pullrequest: used('GitHub'), branch: used('GitHub'), repository: used('stash') };
    const repository = { name: 'shop', url: 'https://github.com/acme/shop' };
    const details: Readonly<Record<string, object>> = {
      branch: { branches: [{ name: 'retry', url: `${repository.url}/tree/retry`, repository }, { url: 1 }] },
      pullrequest: {
        pullRequests: [
          {
            id: '#12',
            url: `${repository.url}/pull/12`,
            source: { branch: 'retry-2' },
            repositoryUrl: repository.url,
          },
        ],
      },
      repository: { repositories: [{ ...repository, commits: [{ id: sha, displayId: sha.slice(0, 7) }] }] },
    };
    const ties = await ask(
      { kind: 'jira', user: 'ada@example.com' },
      ({ url }) => {
        if (url.pathname.endsWith('/summary')) return { json: { errors: [], summary } };
        return { json: { errors: [], detail: [details[url.searchParams.get('dataType') ?? '']] } };
      },
      { kind: 'goal', goal: goal('SHOP-142', { id: '10042' }) },
    );
    const place = 'github.com/acme/shop';
    assert.deepEqual(
      ties.map(({ link }) => link),
      [
        { kind: 'pullRequest', number: 12, repository: place },
        { kind: 'branch', name: 'retry-2', repository: place },
        { kind: 'branch', name: 'retry', repository: place },
        { kind: 'commit', sha },
      ],
    );
    assert.deepEqual(requests(), [
      '/rest/dev-status/1.0/issue/summary?issueId=10042',
      '/rest/dev-status/1.0/issue/detail?issueId=10042&applicationType=GitHub&dataType=pullrequest',
      '/rest/dev-status/1.0/issue/detail?issueId=10042&applicationType=GitHub&dataType=branch',
      '/rest/dev-status/1.0/issue/detail?issueId=10042&applicationType=stash&dataType=repository',
    ]);
  });
});
