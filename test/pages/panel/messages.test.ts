import assert from 'node:assert/strict';
import { bareGoal, retryPayment } from './goalCards';
import { manyGoals, states } from './panelStates';
import { usePanel } from './usePanel';

describe('panel messages', function () {
  const openPanel = usePanel(this);

  it('says that it is ready, and once a state is on screen, that it is painted', async () => {
    const panel = await openPanel();
    assert.deepEqual(await panel.sent(), [{ type: 'ready' }]);
    await panel.show(states.goals, 7);
    assert.deepEqual((await panel.sent()).at(-1), { type: 'painted', revision: 7 });
  });

  it('never lets an older state overwrite a newer one', async () => {
    const panel = await openPanel();
    await panel.show(states.goals, 5);
    await panel.post({ type: 'state', revision: 4, state: states.empty });
    await panel.show({ ...states.goals, notices: states.notices.notices }, 6);
    await panel.page.getByRole('heading', { name: retryPayment.title }).waitFor();
    assert.equal(
      (await panel.sent()).some((sent) => sent.type === 'painted' && sent.revision === 4),
      false,
    );
  });

  it('ignores a message that it does not understand, with a warning', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    for (const message of [null, 'state', { type: 'state', revision: 99, state: { kind: 'party' } }]) {
      await panel.post(message);
    }
    await panel.show(states.goals);
    assert.equal(await panel.page.getByRole('heading', { name: retryPayment.title }).count(), 1);
    assert.equal(panel.warnings.length, 3);
    assert.match(panel.warnings[0]!, /does not understand/);
  });

  it('sends what a person asks for, with the key and the quote', async () => {
    const panel = await openPanel();
    await panel.show({ ...states.goals, notices: states.notices.notices });
    const press = (name: string): Promise<void> =>
      panel.page.getByRole('button', { name, exact: true }).first().click();
    await press('Try again');
    await press('Open in tracker');
    await press('Copy key');
    await press('Not this goal');
    await press('Ines Alvarez, Casa Verde');
    await press('Idempotency keys at the payment provider');
    assert.deepEqual(await panel.actions(), [
      { type: 'action', action: 'refresh' },
      { type: 'action', action: 'openInTracker', key: 'SHOP-142' },
      { type: 'action', action: 'copyKey', key: 'SHOP-142' },
      { type: 'action', action: 'notThisGoal', key: 'SHOP-143' },
      { type: 'action', action: 'openQuote', key: 'SHOP-142', index: 0 },
      { type: 'action', action: 'openInTracker', key: 'PAY-88' },
    ]);
  });

  it('says above the goals of the branch what there is to do, and sends it', async () => {
    const panel = await openPanel();
    await panel.show(states.several);
    const branch = panel.page.locator('[data-scope="branch"]');
    assert.equal(await branch.getByRole('listitem').filter({ hasText: 'is not tagged with' }).count(), 1);
    for (const name of ['Tag it', 'Leave it', 'Set up the commit hook', 'Not for this repository']) {
      await branch.getByRole('button', { name, exact: true }).click();
    }
    assert.deepEqual(await panel.actions(), [
      { type: 'action', action: 'tagLastCommit' },
      { type: 'action', action: 'leaveCommit', key: '1a2b3c4' },
      { type: 'action', action: 'setUpCommitHook' },
      { type: 'action', action: 'declineHook' },
    ]);
  });

  it('sends the action of a full-size button, by mouse and by keyboard', async () => {
    const panel = await openPanel();
    await panel.show(states.noTracker);
    await panel.page.getByRole('button', { name: 'Connect a tracker' }).click();
    await panel.page.getByRole('button', { name: 'Create a goals file' }).press('Enter');
    assert.deepEqual(await panel.actions(), [
      { type: 'action', action: 'linkGoal' },
      { type: 'action', action: 'createGoalsFile' },
    ]);
  });

  it('leaves out what is not recorded, and says so for impact', async () => {
    const panel = await openPanel();
    await panel.show({ ...states.goals, branch: { ...states.goals.branch, goals: [bareGoal] } });
    const titles = await panel.page.getByRole('heading', { level: 4 }).allTextContents();
    assert.deepEqual(titles, ['Customer impact']);
    await panel.page.getByText('Not recorded').waitFor();
  });

  it('redraws ten goals, all open, in place', async () => {
    const panel = await openPanel();
    const state = manyGoals(10);
    await panel.show(state);
    await panel.openAll();
    assert.equal(await panel.page.locator('.card').count(), 10);
    const cards = await panel.page.locator('.card').elementHandles();
    for (let turn = 40; turn < 60; turn++) {
      await panel.show(JSON.parse(JSON.stringify(state).replaceAll('38', String(turn))) as typeof state);
    }
    assert.equal(await panel.page.getByText('59', { exact: true }).count(), 10);
    for (const card of cards) assert.equal(await card.evaluate((element) => element.isConnected), true);
  });
});
