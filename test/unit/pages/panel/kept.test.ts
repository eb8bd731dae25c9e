import assert from 'node:assert/strict';
import { withoutImpact } from '../../../../src/pages/panel/kept';
import type { PanelState } from '../../../../src/panel/contract/panelState';

describe('what the page keeps while it is hidden', () => {
  const impact = {
    facts: [{ kind: 'revenue', text: '€250–500K revenue at stake' }],
    quotes: [{ text: 'I lost my cart' }],
  };
  const goal = { key: 'SHOP-7', title: 'Pay at once', impact };
  // Only what matters here of a sheet with many more fields.
  const states = [
    { kind: 'goals', notices: [], branch: { name: 'main', goal, also: [], lines: [] }, announcement: '' },
    { kind: 'goal', back: 'main', goal },
  ] as unknown as readonly PanelState[];

  for (const state of states) {
    it(`has no customers, quotes or revenue: ${state.kind}`, () => {
      const kept = JSON.stringify(withoutImpact(state));
      assert.match(kept, /Pay at once/);
      assert.doesNotMatch(kept, /revenue|cart/);
      assert.match(JSON.stringify(state), /revenue.*cart/);
    });
  }

  it('is as it was where there is no goal', () => {
    const state = { kind: 'loading', text: 'Reading' } as const;
    assert.equal(withoutImpact(state), state);
  });
});
