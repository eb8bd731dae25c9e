import assert from 'node:assert/strict';
import { trackerWithBrokenEntry } from '../../../../src/core/tracker/brokenEntry';
import { tracker } from '../../../support/builders';

const trackersWith = (brokenKeys: readonly string[]) => [tracker([]), tracker([], { brokenKeys })] as const;

describe('a key whose entry cannot be used', () => {
  it('is the tracker’s that has it, in whichever case', () => {
    const trackers = trackersWith(['SHOP-1', 'Shop-2']);
    for (const key of ['shop-1', 'SHOP-1', 'SHOP-2'])
      assert.equal(trackerWithBrokenEntry(trackers, key), trackers[1], key);
  });

  it('is nobody’s where each entry can be used', () => {
    const trackers = trackersWith(['SHOP-1']);
    assert.equal(trackerWithBrokenEntry(trackers, 'SHOP-3'), undefined);
    assert.equal(trackerWithBrokenEntry([trackers[0]], 'SHOP-1'), undefined);
  });

  it('is looked for without reading the whole list each time', () => {
    let readings = 0;
    const keys = new Proxy(['SHOP-1', 'SHOP-2'], {
      get: (target, name, receiver): unknown => {
        if (name === '0') readings += 1;
        return Reflect.get(target, name, receiver);
      },
    });
    const trackers = trackersWith(keys);
    for (const key of ['SHOP-1', 'SHOP-3', 'SHOP-2']) trackerWithBrokenEntry(trackers, key);
    assert.equal(readings, 1);
  });
});
