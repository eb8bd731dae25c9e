import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { Goal } from '../../../../src/core/goal/goal';
import { readMention } from '../../../../src/core/references/mention';
import { parseRemote } from '../../../../src/core/references/remote';
import type { TrackerState } from '../../../../src/core/tracker/trackerState';
import { goal, tracker } from '../../../support/builders';

/** What a spelling means in a repository: the goal, or all that it may mean, each with `?`. */
function meaning(trackers: readonly TrackerState[], text: string, remotes: readonly string[] = []): string[] {
  const home = { folder: 'file:///shop', remotes: remotes.flatMap((each) => parseRemote(each) ?? []) };
  const { goal: found, offers } = new GoalCatalog(trackers).in(home).resolve(readMention(text));
  if (found) assert.deepEqual(offers, [found]);
  return found ? [found.key] : offers.map(({ key }) => `${key}?`);
}

function connected(
  id: 'github' | 'gitlab' | 'redmine' | 'azureDevOps',
  url: string,
  goals: Readonly<Record<string, string>>,
  more: Partial<Goal> = {},
): TrackerState {
  const all = Object.entries(goals).map(([key, path]) =>
    goal(key, { trackerId: id, url: url + path, ...more }),
  );
  return tracker(all, { id, references: { kind: id, url, places: [] } });
}
const listing = (references: Readonly<Record<string, readonly string[]>>, id = 'rest'): TrackerState => ({
  ...tracker(Object.entries(references).map(([key, list]) => goal(key, { trackerId: id, references: list }))),
  id,
});
/** The same tracker, of no folder. */
const apart = ({ id, name, phase, goals, badEntries }: TrackerState): TrackerState => ({
  id,
  name,
  phase,
  goals,
  badEntries,
});

const github = connected('github', 'https://github.com', {
  'SHOP-7': '/acme/shop/issues/7',
  'API-7': '/acme/api/issues/7',
});
const gitlab = connected('gitlab', 'https://git.example/lab', {
  'WEB-7': '/acme/web/shop/-/issues/7',
  'TOOL-7': '/acme/web/tool/-/issues/7',
  'ACME.E-7': '/groups/acme/-/epics/7',
  'WEB.E-7': '/groups/acme/web/-/epics/7',
});
const inWeb = ['https://git.example/lab/acme/web/shop'];

describe('a number', () => {
  it('means the goal of the repository’s own place', () => {
    assert.deepEqual(meaning([github], '#7', ['https://github.com/acme/api']), ['API-7']);
    assert.deepEqual(meaning([github], '#8', ['https://github.com/acme/api']), []);
  });

  it('may mean several where several places count', () =>
    assert.deepEqual(meaning([github], '#7'), ['SHOP-7?', 'API-7?']));

  it('means the epic of the nearest group above', () => {
    assert.deepEqual(meaning([gitlab], '&7', inWeb), ['WEB.E-7']);
    assert.deepEqual(meaning([gitlab], '&7', ['https://git.example/lab/acme/other']), ['ACME.E-7']);
    assert.deepEqual(meaning([gitlab], '&7'), ['ACME.E-7?', 'WEB.E-7?']);
  });

  it('with a place means the goal there, and nowhere else', () => {
    assert.deepEqual(meaning([github], 'acme/shop#7'), ['SHOP-7']);
    assert.deepEqual(meaning([github], 'acme/other#7'), []);
    assert.deepEqual(meaning([github], 'shop#7'), []);
    assert.deepEqual(meaning([gitlab], 'acme/web&7'), ['WEB.E-7']);
  });

  it('with the last name of a place means that beside the repository', () => {
    assert.deepEqual(meaning([gitlab], 'tool#7', ['git@git.example:acme/web/shop']), ['TOOL-7']);
    assert.deepEqual(meaning([gitlab], 'tool#7', inWeb), ['TOOL-7']);
    assert.deepEqual(meaning([gitlab], 'tool#7', ['git@git.example:other/shop']), []);
  });

  it('with a place on two servers means that on the repository’s own', () => {
    const mirror = connected('gitlab', 'https://git.example', { 'COPY-7': '/acme/shop/-/issues/7' });
    const at = (remote: string) => meaning([github, mirror], 'acme/shop#7', [remote]);
    assert.deepEqual(at('https://git.example/x/y'), ['COPY-7']);
    assert.deepEqual(at('https://github.com/x/y'), ['SHOP-7']);
    assert.deepEqual(at('https://elsewhere.example/x/y'), ['SHOP-7?', 'COPY-7?']);
  });

  it('with AB means Azure’s item', () => {
    const azure = connected('azureDevOps', 'https://dev.azure.com/acme', {
      'AB-7': '/Shop/_workitems/edit/7',
    });
    assert.deepEqual(meaning([azure, github], 'AB#7', ['https://github.com/acme/shop']), ['AB-7']);
    assert.deepEqual(meaning([azure, github], '#7', ['https://github.com/acme/shop']), ['SHOP-7']);
    assert.deepEqual(meaning([github], 'AB#7', ['https://github.com/acme/shop']), []);
  });
});

describe('a number that several trackers list', () => {
  const place = { cart: ['acme/shop#7'] };

  it('means the goal in the folder’s own file, then one of no folder', () => {
    const own = listing({ own: ['acme/shop#7'] }, 'own');
    const far = { ...listing({ far: ['acme/shop#7'] }, 'far'), folder: 'file:///far' };
    const none = apart(listing(place));
    assert.deepEqual(meaning([far, none, own], 'acme/shop#7'), ['own']);
    assert.deepEqual(meaning([far, none], 'acme/shop#7'), ['cart']);
    assert.deepEqual(meaning([far], 'acme/shop#7'), ['far']);
  });

  it('means the lowest in the tree, if there is just one', () => {
    const levels = (one: Goal['level'], other: Goal['level']): string[] => {
      const [a, b] = [listing({ a: ['x/y#7'] }, 'a'), listing({ b: ['x/y#7'] }, 'b')].map(apart);
      const of = (state: TrackerState | undefined, level: Goal['level']) =>
        state ? [{ ...state, goals: state.goals.map((each) => ({ ...each, level })) }] : [];
      return meaning([...of(a, one), ...of(b, other)], 'x/y#7');
    };
    assert.deepEqual(levels('initiative', 'item'), ['b']);
    assert.deepEqual(levels('item', 'initiative'), ['a']);
    assert.deepEqual(levels('item', 'item'), ['a?', 'b?']);
  });

  it('means a goal that lists it twice, once', () => {
    const twice = { cart: ['acme/shop#7', 'https://github.com/acme/shop/issues/7'] };
    assert.deepEqual(meaning([listing(twice)], '#7'), ['cart']);
  });
});

describe('an address', () => {
  const jira = apart(
    tracker([goal('SHOP-7', { url: 'https://acme.atlassian.net/browse/SHOP-7' }), goal('PAY-1')]),
  );

  it('means the goal whose page it is', () => {
    assert.deepEqual(meaning([github], 'https://github.com/acme/api/issues/7#comment'), ['API-7']);
    assert.deepEqual(meaning([listing({ cart: ['https://bugs.example/9'] })], 'https://bugs.example/9'), [
      'cart',
    ]);
  });

  it('means the goal with its key, unless that one is on another server', () => {
    const board = (host: string, key: string): string =>
      `https://${host}/jira/software/projects/SHOP/boards/1?selectedIssue=${key}`;
    assert.deepEqual(meaning([jira], board('acme.atlassian.net', 'SHOP-7')), ['SHOP-7']);
    assert.deepEqual(meaning([jira], board('other.atlassian.net', 'SHOP-7')), []);
    assert.deepEqual(meaning([jira], board('any.example', 'PAY-1')), ['PAY-1']);
    assert.deepEqual(meaning([jira], board('acme.atlassian.net', 'SHOP-8')), []);
  });

  it('means the goal with its number in that place of that server', () => {
    const file = listing({ cart: ['acme/shop#7'], epic: ['acme&3'] });
    assert.deepEqual(meaning([file], 'https://any.example/acme/shop/issues/7'), ['cart']);
    assert.deepEqual(meaning([file], 'https://any.example/acme/api/issues/7'), []);
    assert.deepEqual(meaning([file], 'https://any.example/groups/acme/-/epics/3'), ['epic']);
    const pulls = 'https://github.com/acme/shop/pull/7';
    assert.deepEqual(meaning([github], pulls), ['SHOP-7']);
    assert.deepEqual(meaning([github], pulls.replace('github.com', 'other.example')), []);
    assert.deepEqual(meaning([gitlab], 'https://git.example/lab/acme/web/shop/issues/7'), ['WEB-7']);
    assert.deepEqual(meaning([gitlab], 'https://git.example/acme/web/shop/issues/7'), []);
  });

  it('of a work item means that of the same organization, in any of its projects', () => {
    const azure = connected('azureDevOps', 'https://dev.azure.com/acme', { 'AB-7': '/A/_workitems/edit/7' });
    const at = (path: string): string[] =>
      meaning([azure], `https://dev.azure.com/${path}/_workitems/edit/7`);
    assert.deepEqual([at('acme/B'), at('acme'), at('acmes/B')], [['AB-7'], ['AB-7'], []]);
  });

  it('of a tracker below a path means the goal with its number, wherever the address leads there', () => {
    const redmine = tracker([goal('R-7', { trackerId: 'redmine' })], {
      id: 'redmine',
      references: { kind: 'redmine', url: 'https://work.example/redmine', places: [] },
    });
    const at = (path: string): string[] => meaning([redmine], `https://work.example${path}/issues/7`);
    assert.deepEqual([at('/redmine'), at('/redmines'), at('/red'), at('')], [['R-7'], [], [], []]);
    assert.deepEqual(meaning([redmine], 'https://work.example/redmine/issues/8'), []);
  });

  it('of something else means nothing', () =>
    assert.deepEqual(meaning([github], 'https://linear.app/acme/project/checkout-0a1b'), []));
});
