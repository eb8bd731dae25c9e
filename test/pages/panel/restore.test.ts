import assert from 'node:assert/strict';
import { bareGoal } from './goalSheets';
import type { PanelPage } from './panelPage';
import { states, withGoal } from './panelStates';
import { usePanel } from './usePanel';

describe('panel across redraws', function () {
  const openPanel = usePanel(this);

  const withProgress = (fraction: number) =>
    withGoal({ progress: { fraction, label: `${fraction * 100} %` } });
  const scrollTo = (panel: PanelPage, top: number): Promise<void> =>
    panel.page.evaluate((wanted) => {
      document.querySelector('main')!.scrollTop = wanted;
    }, top);
  const scrolled = (panel: PanelPage): Promise<number> =>
    panel.page.evaluate(() => document.querySelector('main')!.scrollTop);
  const focused = (panel: PanelPage): Promise<string | undefined> =>
    panel.page.evaluate(() => document.activeElement?.textContent);

  it('keeps focus, scroll and opened parts when a new state arrives', async () => {
    const panel = await openPanel({ height: 400 });
    const { page } = panel;
    await panel.show(withProgress(0.5));
    await page.getByRole('button', { name: 'Show more – Description' }).click();
    await page.getByRole('button', { name: 'Metrics' }).click();
    await page.getByRole('button', { name: '38 customers' }).click();
    await scrollTo(panel, 300);
    await panel.show({ ...withProgress(0.75), notices: [...states.notices.notices] });
    assert.equal(await page.getByRole('progressbar').first().getAttribute('aria-valuetext'), '75 %');
    assert.equal(await focused(panel), '38 customers');
    assert.equal(await scrolled(panel), 300);
    assert.equal(await page.getByRole('button', { name: 'Show less – Description' }).count(), 1);
    assert.equal(await page.getByText('Carts lost at payment').count(), 0);
    await page.getByText('Nordlicht Versand, Casa Verde').waitFor();
  });

  it('keeps a section folded when the branch’s goal is another one', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    const head = panel.page.getByRole('button', { name: 'Why it matters' });
    await head.click();
    await panel.show(withGoal(bareGoal));
    assert.equal(await head.getAttribute('aria-expanded'), 'false');
  });

  it('touches nothing that has not changed', async () => {
    const panel = await openPanel();
    await panel.show(withProgress(0.5));
    await panel.page.evaluate(() => {
      let changes = 0;
      new MutationObserver((records) => {
        changes += records.length;
        document.title = String(changes);
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await panel.show(withProgress(0.5));
    assert.equal(await panel.page.title(), 'Goals');
    await panel.show(withProgress(0.25));
    assert.notEqual(await panel.page.title(), 'Goals');
  });

  it('changes nothing but the bar when the file is another one', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    await panel.page.evaluate(() => {
      new MutationObserver(() => (document.title = 'changed')).observe(document.querySelector('main')!, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
    await panel.show({ ...states.goals, file: { ...states.several.file } });
    await panel.page.getByRole('region', { name: 'This file' }).getByText('README.md').waitFor();
    assert.equal(await panel.page.title(), 'Goals');
  });

  it('keeps the keyboard in the panel when the focused control goes away', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    await panel.page.getByRole('button', { name: 'Not SHOP-142' }).focus();
    await panel.show(states.empty);
    assert.equal(await panel.page.evaluate(() => document.activeElement?.id), 'root');
  });

  it('reads a goal from its title on, and goes back to the same place', async () => {
    const panel = await openPanel({ height: 400 });
    await panel.show(states.goals);
    await panel.page.getByRole('button', { name: 'Move card payments' }).focus();
    await scrollTo(panel, 420);
    await panel.show(states.reading);
    assert.equal(await scrolled(panel), 0);
    assert.equal(await focused(panel), states.reading.goal.title);
    await panel.show(states.goals);
    assert.equal(await scrolled(panel), 420);
    assert.match((await focused(panel)) ?? '', /Move card payments/);
  });

  it('leaves the focus in the editor when it shows another goal', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    await panel.show(states.reading);
    assert.equal(await panel.page.evaluate(() => document.activeElement === document.body), true);
  });

  it('comes back as it was, and keeps no word of a goal meanwhile', async () => {
    const first = await openPanel({ height: 400 });
    await first.show(states.goals);
    await first.page.getByRole('button', { name: 'Metrics' }).click();
    await first.page.getByRole('button', { name: '112 requests' }).click();
    await first.page.getByText('Source: Votes').waitFor();
    await scrollTo(first, 250);
    await first.page.waitForFunction(
      () => (window.stub.kept as { scroll: number } | undefined)?.scroll === 250,
    );

    const kept = await first.kept();
    const { goal } = states.goals.branch;
    for (const text of [goal.title, goal.reason!.title, 'Votes', 'Nordlicht', '€']) {
      assert.ok(JSON.stringify(states.goals).includes(text), text);
      assert.ok(!JSON.stringify(kept).includes(text), text);
    }
    const second = await openPanel({ height: 400, kept });
    assert.equal(await second.page.locator('#root').textContent(), '');
    assert.deepEqual(await second.sent(), [{ type: 'ready' }]);
    await second.show(states.loading);
    assert.deepEqual(await second.kept(), kept);
    await second.show(states.goals);
    assert.equal(await second.page.getByText('Source: Votes').count(), 1);
    assert.equal(await second.page.getByText('Carts lost at payment').count(), 0);
    assert.equal(await scrolled(second), 250);
    assert.equal(await focused(second), '112 requests');
  });

  it('begins at the top where something else is on screen when it comes back', async () => {
    const first = await openPanel({ height: 300 });
    await first.show(states.reading);
    await first.page.getByRole('button', { name: 'Back' }).focus();
    await first.page.waitForFunction(() => (window.stub.kept as { focus?: string } | undefined)?.focus);
    const kept = { ...((await first.kept()) as object), scroll: 100 };

    const second = await openPanel({ height: 400, kept });
    await second.show(states.goals);
    assert.equal(await scrolled(second), 0);
    assert.equal(await second.page.evaluate(() => document.activeElement === document.body), true);
  });

  it('starts with shapes where what was kept is from another version', async () => {
    const panel = await openPanel({ kept: { state: { kind: 'old' }, open: [], scroll: 'top' } });
    await panel.page.locator('.bone').first().waitFor();
    assert.equal(await panel.page.locator('#root').textContent(), '');
    await panel.show(states.goals);
  });
});
