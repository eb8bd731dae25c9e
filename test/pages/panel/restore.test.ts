import assert from 'node:assert/strict';
import { bareGoal, retryPayment } from './goalCards';
import { states } from './panelStates';
import { usePanel } from './usePanel';

describe('panel across redraws', function () {
  const openPanel = usePanel(this);

  const withProgress = (fraction: number) => ({
    ...states.goals,
    branch: {
      ...states.goals.branch,
      goals: [{ ...retryPayment, progress: { fraction, label: `${fraction * 100} %` } }],
    },
  });

  it('keeps focus, scroll and opened parts when a new state arrives', async () => {
    const panel = await openPanel({ height: 400 });
    const { page } = panel;
    await panel.show(withProgress(0.5));
    await page.getByRole('button', { name: 'Show more – Description' }).click();
    await page.getByRole('button', { name: 'Round totals' }).click();
    await page.getByRole('button', { name: '38 customers' }).click();
    await page.evaluate(() => window.scrollTo(0, 300));
    await panel.show({ ...withProgress(0.75), notices: states.notices.notices });
    assert.equal(await page.getByRole('progressbar').first().getAttribute('aria-valuetext'), '75 %');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), '38 customers');
    assert.equal(await page.evaluate(() => window.scrollY), 300);
    assert.equal(await page.getByRole('button', { name: 'Show less – Description' }).count(), 1);
    assert.equal(await page.locator('.row[aria-expanded=true]').count(), 1);
    await page.getByText('Nordlicht Versand, Casa Verde').waitFor();
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
  });

  it('keeps the keyboard in the panel when the focused control goes away', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    await panel.page.getByRole('button', { name: 'Not this goal' }).focus();
    await panel.show(states.empty);
    assert.equal(await panel.page.evaluate(() => document.activeElement?.id), 'root');
  });

  it('comes back as it was, before the host answers', async () => {
    const first = await openPanel({ height: 400 });
    await first.show(states.goals);
    await first.page.getByRole('button', { name: 'Round totals' }).click();
    await first.page.getByRole('button', { name: '214 requests' }).click();
    await first.page.evaluate(() => window.scrollTo(0, 250));
    await first.page.waitForFunction(() => (window.stub.kept as { scroll: number }).scroll === 250);

    const second = await openPanel({ height: 400, kept: await first.kept() });
    assert.equal(await second.page.getByRole('heading', { name: retryPayment.title }).count(), 1);
    assert.equal(await second.page.getByText('Source: Votes').count(), 1);
    assert.equal(await second.page.locator('.row[aria-expanded=true]').count(), 1);
    assert.equal(await second.page.evaluate(() => window.scrollY), 250);
    assert.equal(await second.page.evaluate(() => document.activeElement?.textContent), '214 requests');
    assert.deepEqual(await second.sent(), [{ type: 'ready' }]);
  });

  it('shows what it kept until newer content is there, not a blank panel', async () => {
    const kept = { state: states.goals, open: {}, scroll: 0 };
    const panel = await openPanel({ kept });
    await panel.show(states.loading);
    assert.equal(await panel.page.getByRole('heading', { name: retryPayment.title }).count(), 1);
    assert.equal(await panel.page.locator('.panel').getAttribute('aria-busy'), 'true');
    await panel.show({ ...states.goals, branch: { ...states.goals.branch, goals: [bareGoal] } });
    assert.equal(await panel.page.getByRole('heading', { name: retryPayment.title }).count(), 0);
    assert.equal(await panel.page.locator('.panel').getAttribute('aria-busy'), null);
    await panel.show(states.loading);
    await panel.page.getByText('Reading goals…').waitFor();
  });

  it('starts empty where what was kept is from another version', async () => {
    const panel = await openPanel({ kept: { state: { kind: 'old' }, open: [], scroll: 'top' } });
    assert.equal(await panel.page.locator('main').textContent(), '');
    await panel.show(states.goals);
  });
});
