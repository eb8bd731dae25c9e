import assert from 'node:assert/strict';
import { bareGoal, retryPayment } from './goalCards';
import type { PanelPage } from './panelPage';
import { states } from './panelStates';
import { usePanel } from './usePanel';

describe('panel accessibility', function () {
  const openPanel = usePanel(this);

  async function tabStops(panel: PanelPage): Promise<string[]> {
    const stops: string[] = [];
    for (;;) {
      await panel.page.keyboard.press('Tab');
      const name = await panel.page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return null;
        return (element.getAttribute('aria-label') ?? element.textContent).trim();
      });
      if (name === null || stops.length > 60) return stops;
      stops.push(name);
    }
  }

  it('is walked by keyboard in reading order and left at the end', async () => {
    const panel = await openPanel();
    await panel.show({ ...states.goals, notices: [states.notices.notices[0]] });
    assert.deepEqual(await tabStops(panel), [
      'Try again',
      'Show log',
      'Copy key',
      'Open in tracker',
      'Not this goal',
      'Show more – Description',
      '38 customers',
      '214 requests',
      '€50–100k revenue at stake',
      'Enterprise (2), Pro segments',
      'Ines Alvarez, Casa Verde',
      'Show more (1) – What customers said',
      'Idempotency keys at the payment provider',
      'Keep carts for 30 days',
      'Pay later with one click',
      'Grow revenue from returning customers',
      'Checkout that never loses a cart',
      'Show all',
      'Retry a charge with growing delays',
      'Tell passing failures from final ones',
      'retry.ts',
      'Urgent Checkout that never loses a cart SHOP-7',
      'No priority Round totals the way the tax office does SHOP-171',
    ]);
  });

  it('opens and closes a row by keyboard', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    const row = panel.page.getByRole('button', { name: 'Round totals' });
    await row.press('Enter');
    assert.equal(await row.getAttribute('aria-expanded'), 'true');
    await panel.page.getByRole('article', { name: bareGoal.title }).waitFor();
    await row.press('Space');
    assert.equal(await row.getAttribute('aria-expanded'), 'false');
    assert.equal(await panel.page.getByRole('article', { name: bareGoal.title }).count(), 0);
  });

  it('has regions, headings in order, lists and named controls', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    const { page } = panel;
    const branch = page.getByRole('main').getByRole('region', { name: 'This branch' });
    await branch.getByRole('article', { name: retryPayment.title }).waitFor();
    await page.getByRole('region', { name: 'This file' }).waitFor();
    const headings = await page
      .getByRole('heading')
      .evaluateAll((all) => all.map((heading) => `${heading.tagName} ${heading.textContent}`));
    assert.deepEqual(headings, [
      'H1 Goals',
      'H2 This branch',
      'H3 Retry a payment that fails',
      'H4 Customer impact',
      'H5 What customers said',
      'H4 Why now',
      'H4 Progress',
      'H4 Metrics',
      'H4 Leads up to',
      'H4 Latest commits',
      'H5 Files touched most',
      'H2 This file',
      'H3 Urgent Checkout that never loses a cart SHOP-7',
      'H3 No priority Round totals the way the tax office does SHOP-171',
    ]);
    const progress = page.getByRole('progressbar', { name: 'Progress' });
    assert.equal(await progress.getAttribute('aria-valuetext'), '62 %');
    assert.equal(await page.getByRole('list', { name: 'Labels' }).getByRole('listitem').count(), 3);
    assert.equal(
      await page.locator('[aria-current=true]').innerText(),
      'Epic · SHOP-142\nRetry a payment that fails',
    );
  });

  it('reads well', async () => {
    const panel = await openPanel();
    await panel.show({ ...states.goals, file: undefined });
    const snapshot = await panel.page.getByRole('main').ariaSnapshot();
    for (const line of [
      '- listitem: "Priority: P1 Urgent from SHOP-7"',
      '- listitem: "Status: In progress"',
      '- listitem: "Health: At risk"',
      '- listitem: "Owner: Priya Raman"',
      '- text: "How matched: Branch name → SHOP-143 → epic SHOP-142"',
      '- blockquote: Black Friday is the one day when it must not happen.',
      '- definition: 12 Dec 2026 in 20 days',
      '- progressbar "Progress"',
      '- listitem: "Failed payments recovered Baseline: 12 % , Current: 31 % , Target: 45 %"',
      '- text: Objective SHOP-1',
      '- list "Labels":',
    ]) {
      assert.ok(snapshot.includes(line), `${line}\n${snapshot}`);
    }
  });

  it('describes a fact with the field that it came from', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    const fact = panel.page.getByRole('button', { name: '38 customers' });
    assert.equal(await fact.getAttribute('title'), 'Source: Customers affected (customfield_10050)');
    await fact.press('Enter');
    const detail = panel.page.locator(`[id="${(await fact.getAttribute('aria-controls'))!}"]`);
    assert.match(await detail.innerText(), /34 more\s+Source: Customers affected/);
  });

  it('says the branch goal aloud when it changes, and only then', async () => {
    const panel = await openPanel();
    const announcer = panel.page.locator('#announcer');
    await panel.show(states.goals);
    assert.equal(await announcer.textContent(), '');
    await panel.show({ ...states.goals, notices: states.notices.notices });
    assert.equal(await announcer.textContent(), '');
    await panel.show({ ...states.goals, branch: { ...states.goals.branch, goals: [bareGoal] } });
    assert.equal(await announcer.textContent(), `${bareGoal.title}, No priority`);
    assert.equal(await announcer.getAttribute('aria-live'), 'polite');
  });

  it('gives every control at least 22 px to hit, but for links within text', async () => {
    const panel = await openPanel({ width: 280 });
    for (const state of [
      { ...states.goals, notices: states.notices.notices },
      states.several,
      states.noTracker,
    ]) {
      await panel.show(state);
      const small = await panel.page
        .locator('main :is(button, vscode-button):not(p *, figcaption *, .refText *, .rungTitle *)')
        .evaluateAll((all) =>
          all
            .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 22)
            .map((control) => control.textContent),
        );
      assert.deepEqual(small, []);
    }
  });

  it('has no duplicate ids', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    for (const button of await panel.page.locator('.row').all()) await button.click();
    const ids = await panel.page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    assert.deepEqual(ids, [...new Set(ids)]);
  });
});
