import assert from 'node:assert/strict';
import { countText } from '../../../src/presentation/countText';

describe('countText', () => {
  it('writes numbers from a million on short, with the exact one beside them', () => {
    assert.deepEqual(countText(999_999, 'en'), { text: '999,999' });
    assert.deepEqual(countText(123_456_789, 'en'), { text: '123.5M', exact: '123,456,789' });
    assert.deepEqual(countText(-2_000_000, 'en'), { text: '-2M', exact: '-2,000,000' });
    assert.deepEqual(countText(1.256, 'de'), { text: '1,26' });
  });
});
