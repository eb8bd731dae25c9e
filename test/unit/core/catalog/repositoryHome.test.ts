import assert from 'node:assert/strict';
import type { NumberSpace } from '../../../../src/core/catalog/numberSpace';
import { homeSpaces, isOnePlace, isServed } from '../../../../src/core/catalog/repositoryHome';
import type { ReferenceStyle } from '../../../../src/core/references/referenceStyle';
import { parseRemote } from '../../../../src/core/references/remote';
import type { TrackerState } from '../../../../src/core/tracker/trackerState';
import { tracker } from '../../../support/builders';

const remotesAt = (...urls: string[]) => urls.flatMap((url) => parseRemote(url) ?? []);
const connected = (name: string, kind: ReferenceStyle['kind'], url: string): TrackerState =>
  tracker([], { id: name, name, references: { kind, url, places: [] } });
function space(
  of: TrackerState,
  place: string,
  host: string | undefined,
  sign: '#' | '&' = '#',
): NumberSpace {
  return { tracker: of, sign, place, host, prefix: '' };
}

const github = connected('GitHub', 'github', 'https://github.com');
const gitlab = connected('GitLab', 'gitlab', 'https://git.example/lab');
const azure = connected('Azure', 'azureDevOps', 'https://dev.azure.com/acme');
const redmine = connected('Redmine', 'redmine', 'https://redmine.example/tracker');
const file = tracker([], { id: 'file', name: 'goals.yaml' });

const shop = space(github, 'acme/shop', 'github.com');
const api = space(github, 'acme/api', 'github.com');
const lab = space(gitlab, 'acme/web/shop', 'git.example');
const epics = space(gitlab, 'acme/web', 'git.example', '&');
const board = space(azure, '', 'dev.azure.com');
const issues = space(redmine, '', 'redmine.example');
const listed = space(file, 'acme/cart', undefined);
const all = [shop, api, lab, epics, board, issues, listed];
const trackers = [github, gitlab, azure, redmine, file];

/** The places of bare numbers in a repository with these remotes. */
function homes(
  remotes: readonly string[],
  { numbers, sign = '#', spaces = all }: { numbers?: string; sign?: '#' | '&'; spaces?: NumberSpace[] } = {},
): readonly NumberSpace[] {
  const home = { remotes: remotesAt(...remotes), ...(numbers !== undefined && { numbers }) };
  return homeSpaces(sign, home, spaces, trackers);
}

describe('bare numbers in a repository are counted', () => {
  it('where its remotes are', () => {
    assert.deepEqual(homes(['git@github.com:acme/shop.git']), [shop]);
    assert.deepEqual(homes(['git@github.com:acme/shop.git', 'https://github.com/acme/api']), [shop, api]);
    assert.deepEqual(homes(['git@github.com:acme/shop.git', 'https://github.com/acme/shop']), [shop]);
    assert.deepEqual(homes(['https://git.example/lab/acme/web/shop']), [lab]);
    assert.deepEqual(homes(['git@git.example:acme/web/shop.git']), [lab], 'SSH leaves out the base');
    assert.deepEqual(homes(['https://dev.azure.com/acme/Shop/_git/web']), [board]);
    assert.deepEqual(homes(['https://any.example/acme/cart']), [listed], 'a file names no host');
  });

  it('by the groups above it, for epics', () => {
    assert.deepEqual(homes(['https://git.example/lab/acme/web/shop'], { sign: '&' }), [epics]);
    assert.deepEqual(homes(['https://git.example/lab/acme/website/shop'], { sign: '&' }), []);
  });

  it('nowhere, where a connected tracker hosts it but does not follow it', () => {
    assert.deepEqual(homes(['https://github.com/other/thing']), []);
    assert.deepEqual(homes(['https://git.example/other/thing']), []);
  });

  it('in Azure’s items nowhere else: another organization’s repository counts for itself', () => {
    assert.ok(!homes(['https://dev.azure.com/other/Shop/_git/web']).includes(board));
    assert.ok(!homes(['https://elsewhere.example/x/y']).includes(board));
    assert.ok(homes([]).includes(board));
  });

  it('not in another repository that a goals file lists, unless the team says so', () => {
    const spaces = [listed];
    assert.deepEqual(homes(['https://any.example/acme/shop'], { spaces }), []);
    assert.deepEqual(homes(['https://any.example/acme/shop'], { spaces, numbers: 'acme/cart' }), [listed]);
    assert.deepEqual(homes([], { spaces }), [listed]);
  });

  it('in every place that may be meant, where no remote tells', () => {
    assert.deepEqual(homes(['https://elsewhere.example/x/y']), [shop, api, lab, issues]);
    assert.deepEqual(homes([]), [shop, api, lab, board, issues, listed]);
    assert.deepEqual(homes([], { spaces: [shop] }), [shop]);
    assert.deepEqual(homes([], { sign: '&' }), [epics]);
  });

  for (const [numbers, expected] of [
    ['acme/api', [api]],
    ['ACME/API', [api]],
    ['https://github.com/acme/api', [api]],
    ['https://github.com', [shop, api]],
    ['https://git.example/lab/', [lab]],
    ['https://redmine.example/tracker', [issues]],
    ['redmine', [issues]],
    ['github', [shop, api, lab, issues]],
    ['goals.yaml', [listed]],
    ['nowhere', [shop, api, lab, issues]],
  ] as const) {
    it(`where the team says “${numbers}”, if no remote tells`, () => {
      assert.deepEqual(homes(['https://elsewhere.example/x/y'], { numbers }), expected);
      assert.deepEqual(homes(['https://github.com/acme/shop'], { numbers }), [shop]);
    });
  }

  it('in the only place that there is, whatever the team says', () => {
    assert.deepEqual(homes([], { numbers: 'redmine', spaces: [shop] }), [shop]);
    const azureToo = { numbers: 'https://dev.azure.com/acme', spaces: [board] };
    assert.deepEqual(
      homes(['https://elsewhere.example/x/y'], azureToo),
      [board],
      'but Azure’s if it says so',
    );
  });
});

describe('isOnePlace', () => {
  it('is one repository, or one tracker that counts as a whole', () => {
    const listedShop = { ...listed, place: 'acme/shop' };
    for (const [spaces, expected] of [
      [[], true],
      [[shop], true],
      [[shop, listedShop], true],
      [[shop, api], false],
      [[shop, { ...shop, host: 'other.example' }], false],
      [[board, { ...board }], true],
      [[board, issues], false],
      [[board, { ...issues, host: 'dev.azure.com' }], false],
    ] as const)
      assert.equal(isOnePlace(spaces), expected, spaces.map(({ place }) => place).join());
  });
});

describe('isServed', () => {
  it('is a repository on the server of a connected tracker that hosts code', () => {
    const served = (...urls: string[]): boolean => isServed(remotesAt(...urls), trackers);
    assert.equal(served('https://github.com/any/thing'), true);
    assert.equal(served('https://elsewhere.example/a/b', 'https://github.com/any/thing'), true);
    assert.equal(served('https://dev.azure.com/acme/Shop/_git/web'), true);
    assert.equal(served('https://dev.azure.com/other/Shop/_git/web'), false);
    assert.equal(served('https://redmine.example/tracker/x'), false);
    assert.equal(served('https://elsewhere.example/a/b'), false);
    assert.equal(served(), false);
  });
});
