import assert from 'node:assert/strict';
import { RemotePaths } from '../../../../src/core/catalog/remotePaths';
import { parseRemote, type Remote } from '../../../../src/core/references/remote';
import { tracker } from '../../../support/builders';

const gitlab = tracker([], {
  id: 'gitlab',
  references: { kind: 'gitlab', url: 'https://git.example/lab', places: [] },
});
const remote = (url: string): Remote => {
  const read = parseRemote(url);
  assert.ok(read);
  return read;
};
const web = remote('https://git.example/lab/acme/web/shop');

describe('the paths of remotes', () => {
  it('are on their hosts', () => {
    const paths = new RemotePaths([web]);
    assert.deepEqual([paths.areOn('git.example'), paths.areOn('other.example')], [true, false]);
    assert.deepEqual([paths.areOn(undefined), new RemotePaths([]).areOn(undefined)], [false, false]);
  });

  it('are below their groups, and beside what is in the same one', () => {
    const paths = new RemotePaths([remote('https://elsewhere.example/x/y'), web]);
    assert.deepEqual(
      ['acme', 'acme/web', 'acme/we', 'acme/web/shop', 'x'].map((group) => paths.areBelow(group, gitlab)),
      [true, true, false, false, false],
    );
    assert.deepEqual(
      ['acme/web/tool', 'acme/tool', 'acme/wet/tool', 'tool', 'x/z'].map((place) =>
        paths.areBeside(place, gitlab),
      ),
      [true, false, false, false, false],
    );
  });

  it('are worked out once for a tracker', () => {
    let readings = 0;
    const counted: Remote = {
      ...web,
      get path() {
        readings += 1;
        return web.path;
      },
    };
    const paths = new RemotePaths([counted]);
    paths.areBelow('acme', gitlab);
    const once = readings;
    for (let count = 0; count < 3; count += 1) assert.ok(paths.areBeside('acme/web/tool', gitlab));
    assert.equal(readings, once);
  });
});
