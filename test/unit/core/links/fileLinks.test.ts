import assert from 'node:assert/strict';
import type { CommitKey } from '../../../../src/core/links/commitKeys';
import { linksOfHistory, linksOfPath } from '../../../../src/core/links/fileLinks';
import { parsePathMap } from '../../../../src/core/paths/pathMap';

describe('linksOfPath', () => {
  const map = parsePathMap('# Map\n/cart/ SHOP-7 SHOP-9\n/cart/old/\n');

  it('has each goal of the rule that decides, with the rule', () => {
    const provenance = { kind: 'pathMap', pattern: '/cart/', line: 1 };
    assert.deepEqual(linksOfPath('cart/a.ts', map), [
      { key: 'SHOP-7', provenance },
      { key: 'SHOP-9', provenance },
    ]);
  });

  it('has none where no rule matches, or one without a goal', () => {
    assert.deepEqual(linksOfPath('search/a.ts', map), []);
    assert.deepEqual(linksOfPath('cart/old/a.ts', map), []);
  });
});

describe('linksOfHistory', () => {
  it('has each goal once, with the newest commit that names it', () => {
    const key = (name: string, text = name): CommitKey => ({ key: name, by: 'subject', text });
    const commits = [
      { sha: 'c', subject: 'Newest', keys: [key('SHOP-7', 'shop-7')] },
      { sha: 'b', subject: 'Middle', keys: [key('SHOP-9'), key('shop-7')] },
      { sha: 'a', subject: 'Oldest', keys: [key('SHOP-9')] },
    ];
    assert.deepEqual(linksOfHistory(commits), [
      {
        key: 'SHOP-7',
        provenance: { kind: 'commit', sha: 'c', subject: 'Newest', by: 'subject', text: 'shop-7' },
      },
      {
        key: 'SHOP-9',
        provenance: { kind: 'commit', sha: 'b', subject: 'Middle', by: 'subject', text: 'SHOP-9' },
      },
    ]);
    assert.deepEqual(linksOfHistory([]), []);
  });
});
