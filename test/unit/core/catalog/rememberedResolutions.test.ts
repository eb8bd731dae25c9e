import assert from 'node:assert/strict';
import { RememberedResolutions } from '../../../../src/core/catalog/rememberedResolutions';

describe('remembered resolutions', () => {
  it('are looked up once, and again after a hundred others', () => {
    const remembered = new RememberedResolutions();
    const asked: string[] = [];
    const ask = (spelling: string) =>
      remembered.of(spelling, () => {
        asked.push(spelling);
        return { offers: [] };
      });
    assert.equal(ask('#1'), ask('#1'));
    assert.deepEqual(asked, ['#1']);
    for (let at = 2; at <= 100; at += 1) ask(`#${at}`);
    ask('#1');
    assert.equal(asked.length, 100);
    ask('#101');
    ask('#1');
    assert.equal(asked.length, 102);
  });
});
