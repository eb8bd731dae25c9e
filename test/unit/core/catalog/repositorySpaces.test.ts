import assert from 'node:assert/strict';
import type { NumberSpace } from '../../../../src/core/catalog/numberSpace';
import { RepositorySpaces } from '../../../../src/core/catalog/repositorySpaces';
import type { ReferenceStyle } from '../../../../src/core/references/referenceStyle';
import { parseRemote } from '../../../../src/core/references/remote';
import type { TrackerState } from '../../../../src/core/tracker/trackerState';
import { tracker } from '../../../support/builders';

const folder = 'file:///shop';
const connected = (id: string, references: ReferenceStyle): TrackerState => ({
  id,
  name: id,
  references,
  phase: 'ready',
  goals: [],
  badEntries: 0,
});
function azureAt(organization: string): NumberSpace {
  const url = `https://dev.azure.com/${organization}`;
  const state = connected(organization, { kind: 'azureDevOps', url, places: [] });
  return { tracker: state, sign: '#', place: '', host: 'dev.azure.com', prefix: 'AB-' };
}
const github = connected('github', { kind: 'github', url: 'https://github.com', places: [] });
const placeOf = (place: string): NumberSpace => ({
  tracker: github,
  sign: '#',
  place,
  host: 'github.com',
  prefix: '',
});
const [acme, other, shop, api] = [
  azureAt('acme'),
  azureAt('other'),
  placeOf('acme/shop'),
  placeOf('acme/api'),
];

/** The places of a repository's numbers, with these places known and these trackers besides theirs. */
function spacesOf(
  spaces: readonly NumberSpace[],
  remotes: readonly string[] = [],
  { files = [], numbers }: { files?: readonly TrackerState[]; numbers?: string } = {},
): RepositorySpaces {
  const home = {
    folder,
    remotes: remotes.flatMap((each) => parseRemote(each) ?? []),
    ...(numbers !== undefined && { numbers }),
  };
  const trackers = [...spaces.map((each) => each.tracker), ...files];
  return new RepositorySpaces({ trackers, numbers: { spaces } }, home);
}
const file = (numbers: string, of: string): TrackerState =>
  tracker([], { id: `file of ${of}`, folder: of, numbers });

describe('the numbers of a repository', () => {
  it('are counted where the folder’s own goals file says, unless the repository does', () => {
    const files = [file('acme/api', 'file:///far'), file('acme/shop', folder)];
    assert.deepEqual(spacesOf([shop, api], [], { files }).of('#').list, [shop]);
    assert.deepEqual(spacesOf([shop, api], [], { files, numbers: 'acme/api' }).of('#').list, [api]);
    assert.deepEqual(spacesOf([shop, api], [], { files: files.slice(0, 1) }).of('#').list, [shop, api]);
  });

  it('are worked out once', () => {
    const spaces = spacesOf([shop, api]);
    assert.equal(spaces.of('#'), spaces.of('#'));
  });

  it('with AB are those of its own organization, else of every one', () => {
    const remotes = ['https://dev.azure.com/other/Shop/_git/web'];
    assert.deepEqual(spacesOf([acme, other, shop], remotes).azure.list, [other]);
    const elsewhere = ['https://code.example/acme/shop'];
    const epics = { ...acme, sign: '&' } as const;
    assert.deepEqual(spacesOf([acme, other, shop, epics], elsewhere).azure.list, [acme, other]);
  });

  it('are Azure’s while the code is elsewhere only where nothing else counts', () => {
    const is = (spaces: readonly NumberSpace[], ...remotes: string[]): boolean =>
      spacesOf(spaces, remotes).isAzuresElsewhere;
    const elsewhere = 'https://code.example/acme/shop';
    assert.equal(is([acme], elsewhere), true);
    assert.equal(is([acme, other], elsewhere), false, 'of which one?');
    assert.equal(is([acme, shop], elsewhere), false);
    assert.equal(is([acme, shop], 'https://github.com/other/thing'), false);
    assert.equal(is([acme]), false);
    assert.equal(is([shop], 'https://github.com/other/thing'), false);
    assert.equal(is([], elsewhere), false);
  });

  it('are found to be Azure’s once, however many remotes there are', () => {
    let asked = 0;
    const remote = {
      get host() {
        asked += 1;
        return 'code.example';
      },
      path: 'acme/shop',
    };
    const catalog = { trackers: [acme.tracker], numbers: { spaces: [acme] } };
    const spaces = new RepositorySpaces(catalog, { remotes: [remote] });
    assert.equal(spaces.isAzuresElsewhere, true);
    const before = asked;
    assert.equal(spaces.isAzuresElsewhere, true);
    assert.equal(asked, before);
  });
});
