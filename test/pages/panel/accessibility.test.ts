import assert from 'node:assert/strict';
import { axeViolations } from '../../support/axeViolations';
import { bareGoal, retryPayment } from './goalSheets';
import type { PanelPage } from './panelPage';
import { states, withGoal } from './panelStates';
import { themes, type ThemeName } from '../support/themes';
import { usePanel } from './usePanel';

describe('panel accessibility', function () {
  const openPanel = usePanel(this);

  async function nameOfFocused(panel: PanelPage): Promise<string | undefined> {
    return panel.page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      return (element.getAttribute('aria-label') ?? element.textContent).trim();
    });
  }

  async function tabStops(panel: PanelPage): Promise<string[]> {
    const stops: string[] = [];
    for (;;) {
      await panel.page.keyboard.press('Tab');
      const name = await nameOfFocused(panel);
      if (name === undefined || stops.length > 60) return stops;
      stops.push(name);
    }
  }

  it('has few tab stops, in reading order, and is left at the end', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    assert.deepEqual(await tabStops(panel), [
      'Skip to this file',
      'Copy key',
      'SHOP-7',
      'Show more – Description',
      'Why it matters',
      'Open in tracker',
      'Checkout that never loses a cart',
      '38 customers',
      'Purchasing lead, Nordlicht Hotels',
      'Show more (2) – What customers said',
      'Why now',
      'P2 Move card payments to the new gateway contract',
      'P1 Say what happened to the payment',
      'Metrics',
      'Where it belongs',
      'Every order that starts can finish',
      'How we know',
      'Not SHOP-142',
      'Latest commits',
      'Retry a charge with growing delays',
      'Show all – Latest commits',
      'retry.ts',
      'This filegateway.tsSHOP-7PAY-3+1',
    ]);
  });

  it('moves within a group by arrows, and comes back to where it was', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    const { keyboard } = panel.page;
    await panel.page.getByRole('button', { name: '38 customers' }).focus();
    const walk = async (...keys: string[]): Promise<string | undefined> => {
      for (const key of keys) await keyboard.press(key);
      return nameOfFocused(panel);
    };
    assert.equal(await walk('ArrowRight', 'ArrowDown'), '€250–500K revenue at stake');
    assert.equal(await walk('ArrowLeft'), '112 requests');
    assert.equal(await walk('End', 'ArrowRight'), 'Enterprise, mid-market Segments');
    assert.equal(await walk('Home', 'ArrowUp'), '38 customers');
    await walk('End', 'Tab');
    assert.equal(await walk('Shift+Tab'), 'Enterprise, mid-market Segments');
  });

  it('skips to the file, opens it by keyboard, and closes it with Escape', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    const { keyboard } = panel.page;
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    const bar = panel.page.getByRole('region', { name: 'This file' }).getByRole('button').first();
    assert.equal(await bar.evaluate((element) => element === document.activeElement), true);
    await keyboard.press('Enter');
    assert.equal(await bar.getAttribute('aria-expanded'), 'true');
    await keyboard.press('Tab');
    await keyboard.press('ArrowDown');
    assert.equal(await nameOfFocused(panel), 'P2 Move card payments to the new gateway contract');
    await keyboard.press('Escape');
    assert.equal(await bar.getAttribute('aria-expanded'), 'false');
    assert.equal(await bar.evaluate((element) => element === document.activeElement), true);
    assert.deepEqual(await panel.actions(), []);
  });

  it('has landmarks, headings in order, lists and named controls', async () => {
    const panel = await openPanel();
    await panel.show({ kind: 'goal', back: 'Back to SHOP-7', goal: retryPayment });
    const { page } = panel;
    await page.getByRole('navigation', { name: 'Back' }).getByRole('button').waitFor();
    await panel.show(states.goals);
    await page.getByRole('main').getByRole('article', { name: retryPayment.title }).waitFor();
    await page.getByRole('region', { name: 'This file' }).waitFor();
    const headings = await page
      .getByRole('heading')
      .evaluateAll((all) => all.map((heading) => `${heading.tagName} ${heading.textContent}`));
    assert.deepEqual(headings, [
      'H1 Goals',
      `H2 ${retryPayment.title}`,
      'H3 Done when',
      'H3 Out of scope',
      'H2 Why it matters',
      'H3 Checkout that never loses a cart',
      'H3 Customer impact',
      'H4 What customers said',
      'H2 Why now',
      'H3 SHOP-7 waits for',
      'H3 Waits for SHOP-142',
      'H2 Metrics',
      'H2 Where it belongs',
      'H2 How we know',
      'H2 Latest commits',
      'H3 Files touched most',
      'H2 This filegateway.tsSHOP-7PAY-3+1',
    ]);
    const progress = page.getByRole('progressbar', { name: 'Progress' });
    assert.equal(await progress.getAttribute('aria-valuetext'), '70 %');
    assert.equal(await page.getByRole('list', { name: 'Labels' }).getByRole('listitem').count(), 2);
    assert.equal(
      await page.locator('[aria-current=true]').innerText(),
      `${retryPayment.title}\nItem · SHOP-142 · you are here`,
    );
  });

  it('says “you are here” only of what the branch serves', async () => {
    const panel = await openPanel();
    await panel.show({ kind: 'goal', back: 'Back to SHOP-7', goal: retryPayment });
    assert.doesNotMatch(await panel.page.locator('[aria-current=true]').innerText(), /you are here/);
  });

  it('reads well', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    const snapshot = await panel.page.getByRole('main').ariaSnapshot();
    for (const line of [
      'text: "Priority: P1 from"',
      '- listitem: "Status: In progress"',
      '- listitem: "Health: At risk"',
      '- paragraph: 38 customers, 112 requests from SHOP-7',
      '- definition: Ana Ruiz',
      '- definition: in 6 days, Dec 3',
      '- progressbar "Progress"',
      '- listitem: "Done: Three attempts and nine seconds at most"',
      '- listitem: "Open: A declined card is never charged again"',
      '- listitem: "Carts lost at payment Baseline: 7.4 , Current: 4.9 , Target: 2%"',
      '- text: SHOP-144 Planned P1 from SHOP-7',
    ]) {
      assert.ok(snapshot.includes(line), `${line}\n${snapshot}`);
    }
  });

  it('describes a fact with the field that it came from', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    const fact = panel.page.getByRole('button', { name: '38 customers' });
    assert.match((await fact.getAttribute('title')) ?? '', /Source: Customers affected/);
    await fact.press('Enter');
    const detail = panel.page.locator(`[id="${(await fact.getAttribute('aria-controls'))!}"]`);
    assert.match(await detail.innerText(), /34 more\s+Source: Customers affected/);
  });

  it('says the branch’s goal aloud when it changes, and never the file', async () => {
    const panel = await openPanel();
    const announcer = panel.page.locator('#announcer');
    await panel.show(states.goals);
    assert.equal(await announcer.textContent(), '');
    await panel.show({ ...states.goals, file: { ...states.goals.file, name: 'other.ts' } });
    assert.equal(await announcer.textContent(), '');
    await panel.show(withGoal(bareGoal));
    assert.equal(await announcer.textContent(), `${bareGoal.title}, Priority not set`);
    assert.equal(await announcer.getAttribute('aria-live'), 'polite');
  });

  it('gives every control at least 22 px to hit, but for links within text', async () => {
    const panel = await openPanel({ width: 280 });
    for (const state of [states.notices, states.reading, states.noTracker]) {
      await panel.show(state);
      // The toolkit is loaded for the first of its buttons.
      if (state.kind === 'noTracker') {
        await panel.page.waitForFunction(
          () => document.querySelector('vscode-button')?.shadowRoot?.querySelector('button')?.offsetHeight,
        );
      }
      const small = await panel.page
        .locator(
          ':is(button, vscode-button):not(.standing *, figcaption *, .line *, .goalRow *, .rung *, h3 *, .commits *)',
        )
        .evaluateAll((all) =>
          all
            .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 22)
            .map((control) => control.textContent),
        );
      assert.deepEqual(small, []);
    }
  });

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`breaks no rule of axe in ${theme}`, async () => {
      const panel = await openPanel({ theme, width: 300 });
      for (const state of Object.values(states)) {
        await panel.show(state);
        await panel.openAll();
        assert.deepEqual(await axeViolations(panel.page), [], state.kind);
      }
    });
  }
});
