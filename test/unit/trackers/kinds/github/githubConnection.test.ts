import assert from 'node:assert/strict';
import { never } from '../../support/connect';
import { fullIssue } from './githubFixtures';
import { useGithub } from './githubStandIn';

const shop = { nameWithOwner: 'acme/shop', issues: [fullIssue] };

describe('a connection to GitHub', () => {
  const { start, server } = useGithub();

  const user = { '/user': { json: { login: 'priya', name: null } } };
  const noFields = { nodes: [] };
  const acme = { login: 'acme', issueFields: noFields };

  it('says who is signed in and what cannot be read', async () => {
    const tracker = await start(
      { repositories: [shop], organization: acme, rest: user },
      { follow: ['acme/shop', 'acme/gone'] },
    );
    const { account, limits } = await tracker.checkConnection(never);
    assert.equal(account, 'priya');
    assert.equal(limits!.length, 2);
    const [gone, fields] = limits ?? [];
    assert.deepEqual([gone?.kind, gone?.of], ['unreadable', 'acme/gone']);
    assert.match(gone?.detail ?? '', /^Could not resolve/);
    assert.deepEqual(fields, { kind: 'noIssueFields', of: 'acme' });
  });

  it('says that nothing is followed', async () => {
    const tracker = await start({ rest: user }, {});
    assert.deepEqual((await tracker.checkConnection(never)).limits, [{ kind: 'nothingFollowed' }]);
  });

  it('refuses a bad token', async () => {
    const bad = { status: 401, json: { message: 'Bad credentials' } };
    const tracker = await start({ rest: { '/user': bad } });
    await assert.rejects(tracker.checkConnection(never), { reason: 'unauthorized' });
  });

  it('names repositories with issues, and projects', async () => {
    const repository = (name: string, more: object = {}) => ({
      full_name: `acme/${name}`,
      description: null,
      has_issues: true,
      archived: false,
      ...more,
    });
    const list = (number: number) => ({
      json:
        number === 1
          ? [repository('shop', { description: 'The shop' }), repository('old', { archived: true })]
          : [repository(`r${number}`), repository('docs', { has_issues: false })],
      headers: { Link: `<${server().url}/user/repos?page=${number + 1}>; rel="next"` },
    });
    const board = (number: number) => ({ nodes: [{ number, title: 'Roadmap', shortDescription: null }] });
    const tracker = await start({
      rest: { '/user/repos': ({ url }) => list(Number(url.searchParams.get('page') ?? 1)) },
      viewer: {
        login: 'priya',
        projectsV2: board(1),
        organizations: { nodes: [{ login: 'acme', projectsV2: board(7) }, null] },
      },
    });
    assert.deepEqual(await tracker.followables(never), [
      { value: 'acme/shop', label: 'acme/shop', description: 'The shop' },
      { value: 'acme/r2', label: 'acme/r2' },
      { value: 'acme/r3', label: 'acme/r3' },
      { value: 'orgs/acme/projects/7', label: 'Roadmap' },
      { value: 'users/priya/projects/1', label: 'Roadmap' },
    ]);
  });

  it('names repositories where projects may not be seen', async () => {
    const error = { type: 'INSUFFICIENT_SCOPES', message: "requires one of: ['read:project']" };
    const tracker = await start({
      rest: { '/user/repos': { json: [{ full_name: 'acme/shop' }] } },
      onGraphql: () => ({ json: { errors: [error] } }),
    });
    assert.deepEqual(await tracker.followables(never), [{ value: 'acme/shop', label: 'acme/shop' }]);
  });

  it('names the fields of issues and projects with their types', async () => {
    const field = (__typename: string, name: string, dataType: string) => ({ __typename, name, dataType });
    const issueFields = {
      nodes: [
        field('IssueFieldSingleSelect', 'Priority', 'SINGLE_SELECT'),
        field('IssueFieldNumber', 'Customers affected', 'NUMBER'),
        field('IssueFieldDate', 'Target date', 'DATE'),
      ],
    };
    const fields = {
      nodes: [
        field('ProjectV2Field', 'Title', 'TITLE'),
        field('ProjectV2Field', 'Customer voice', 'TEXT'),
        field('ProjectV2SingleSelectField', 'priority', 'SINGLE_SELECT'),
      ],
    };
    const organization = { login: 'acme', issueFields, projectV2: { fields } };
    const tracker = await start({ organization }, { follow: ['acme/shop', 'orgs/acme/projects/7'] });
    assert.deepEqual(await tracker.fields(never), [
      { name: 'Priority', type: 'list' },
      { name: 'Customers affected', type: 'number' },
      { name: 'Customer voice', type: 'text' },
    ]);
  });
});
