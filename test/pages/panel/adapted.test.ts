import assert from 'node:assert/strict';
import type { PanelState } from '../../../src/panel/contract/panelState';
import { leavesPage } from './leavesPage';
import { states } from './panelStates';
import { textContrasts } from './textContrasts';
import { usePanel } from './usePanel';

describe('the panel as a person has adapted it', function () {
  const openPanel = usePanel(this);

  // The narrowest side bar is 170 px wide, whatever the zoom of the window.
  for (const width of [340, 600]) {
    it(`stays on the page at a zoom of 200 %, ${width} px wide`, async () => {
      const panel = await openPanel({ width });
      for (const [name, state] of Object.entries(states) as [string, PanelState][]) {
        await panel.show(state);
        await panel.openAll();
        await panel.page.evaluate(() => document.documentElement.style.setProperty('zoom', '2'));
        assert.deepEqual(await panel.page.evaluate(leavesPage), [], name);
      }
    });
  }

  it('keeps text, bars and places apart in forced colours', async () => {
    const panel = await openPanel({ forcedColors: 'active', width: 320 });
    await panel.show(states.goals);
    await panel.openAll();
    const texts = await panel.page.evaluate(textContrasts);
    assert.ok(texts.length > 0);
    assert.deepEqual(
      texts.filter(({ contrast }) => contrast < 4.5),
      [],
    );
    const looks = await panel.page.evaluate(() => {
      const of = (selector: string, part?: string): CSSStyleDeclaration =>
        getComputedStyle(document.querySelector(selector)!, part);
      return {
        page: of('body').backgroundColor,
        filled: of('.track', '::before').backgroundColor,
        edge: of('.track').borderTopWidth,
        here: of('.rung[aria-current]', '::before').backgroundColor,
        elsewhere: of('.rung:not([aria-current])', '::before').backgroundColor,
      };
    });
    assert.notEqual(looks.filled, looks.page);
    assert.equal(looks.edge, '1px');
    assert.notEqual(looks.here, looks.elsewhere);
  });
});
