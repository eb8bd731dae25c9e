import assert from 'node:assert/strict';
import * as l10n from '@vscode/l10n';
import { provenanceText } from '../../../src/presentation/provenanceText';
import { catalogOf, goal, shopGoals, textOptions } from '../../support/builders';

describe('provenanceText', () => {
  const catalog = catalogOf(...shopGoals());
  const [, initiative, , item] = shopGoals();

  it('tells the whole way from the evidence to the goal', () => {
    const link = { key: 'SHOP-142', provenance: { kind: 'branchName', text: 'SHOP-142' } } as const;
    const served = { goal: catalog.find('SHOP-7')!, linked: catalog.find('SHOP-142')!, link };
    assert.equal(
      provenanceText(served, catalog, textOptions),
      'Branch name → SHOP-142 → epic SHOP-51 → initiative SHOP-7',
    );
  });

  it('writes levels as the language does', () => {
    const link = { key: 'SHOP-142', provenance: { kind: 'explicit' } } as const;
    const served = { goal: catalog.find('SHOP-7')!, linked: catalog.find('SHOP-142')!, link };
    l10n.config({ fsPath: 'l10n/bundle.l10n.de.json' });
    try {
      assert.match(provenanceText(served, catalog, textOptions), / → Epic SHOP-51 → Initiative SHOP-7$/);
    } finally {
      l10n.config({ contents: {} });
    }
  });

  it('names the item that the linked goal only covers, as the goals file spells it', () => {
    const covers = ['https://web.example/browse/WEB-120', 'WEB-121', 'acme/web#7'];
    const above = goal('SHOP-7', { covers });
    for (const [text, shown] of [
      ['web-120', 'https://web.example/browse/WEB-120, covered by SHOP-7'],
      ['WEB-121', 'WEB-121, covered by SHOP-7'],
      ['ACME/web#7', 'acme/web#7, covered by SHOP-7'],
      ['SHOP-7', 'SHOP-7'],
    ] as const) {
      const link = { key: 'SHOP-7', provenance: { kind: 'branchName', text } } as const;
      const served = { goal: above, linked: above, link };
      assert.equal(provenanceText(served, catalogOf(above), textOptions), `Branch name → ${shown}`);
    }
  });

  it('names the rule or the commit', () => {
    const at = (provenance: Parameters<typeof provenanceText>[0]['link']['provenance']): string =>
      provenanceText(
        { goal: initiative!, linked: initiative!, link: { key: 'SHOP-7', provenance } },
        catalog,
        textOptions,
      );
    assert.equal(at({ kind: 'pathMap', pattern: '/src/cart/', line: 3 }), 'Path rule /src/cart/ → SHOP-7');
    const commit = {
      kind: 'commit',
      sha: '0123456789',
      subject: 'Retry',
      by: 'trailer',
      text: 'SHOP-7',
    } as const;
    assert.equal(at(commit), 'Trailer of commit 0123456 → SHOP-7');
    assert.equal(at({ kind: 'explicit' }), 'Linked by hand → SHOP-7');
    assert.ok(item);
  });
});
