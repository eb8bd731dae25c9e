import assert from 'node:assert/strict';
import { bareGoal, retryPayment } from './goalSheets';
import { states, withGoal } from './panelStates';
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
    await panel.show({ ...states.goals, notices: [...states.notices.notices] }, 6);
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
    const warnings = panel.warnings.splice(0);
    assert.equal(warnings.length, 3);
    assert.match(warnings[0]!, /does not understand/);
  });

  it('sends what a person asks for, with the key and the quote', async () => {
    const panel = await openPanel();
    await panel.show({ ...states.goals, notices: [...states.notices.notices] });
    const press = (name: string): Promise<void> =>
      panel.page.getByRole('button', { name, exact: true }).first().click();
    await press('Try again');
    await press('Open in tracker');
    await press('Copy key');
    await press('SHOP-7');
    await press('Purchasing lead, Nordlicht Hotels');
    await press('P2 Move card payments to the new gateway contract');
    await press('Every order that starts can finish');
    await press('Not SHOP-142');
    await press('Retry a charge with growing delays');
    await press('Show all – Latest commits');
    await press('retry.ts');
    assert.deepEqual(await panel.actions(), [
      { type: 'action', action: 'refresh' },
      { type: 'action', action: 'openInTracker', key: 'SHOP-142' },
      { type: 'action', action: 'copyKey', key: 'SHOP-142' },
      { type: 'action', action: 'readGoal', key: 'SHOP-7' },
      { type: 'action', action: 'openQuote', key: 'SHOP-142', index: 0 },
      { type: 'action', action: 'readGoal', key: 'PAY-3' },
      { type: 'action', action: 'readGoal', key: 'OBJ-1' },
      { type: 'action', action: 'notThisGoal', key: 'SHOP-142' },
      { type: 'action', action: 'openCommit', key: '4f1c2d9'.padEnd(40, '0') },
      { type: 'action', action: 'showCommits', key: 'SHOP-142' },
      { type: 'action', action: 'openFile', key: 'src/payments/retry.ts' },
    ]);
  });

  it('sends what is asked for on a line of the branch, and from the file', async () => {
    const panel = await openPanel();
    await panel.show({ ...states.notices, file: states.goals.file });
    await panel.page.getByRole('button', { name: 'Tag It' }).click();
    const file = panel.page.getByRole('region', { name: 'This file' });
    await file.getByRole('button').first().click();
    await file.getByRole('button', { name: 'Guest checkout' }).click();
    await file.getByRole('button', { name: 'Open Path Map' }).click();
    assert.deepEqual(await panel.actions(), [
      { type: 'action', action: 'tagCommit' },
      { type: 'action', action: 'readGoal', key: 'SHOP-4' },
      { type: 'action', action: 'openPathMap' },
    ]);
  });

  it('goes back from a goal by its button and by Escape', async () => {
    const panel = await openPanel();
    await panel.show(states.reading);
    await panel.page.getByRole('button', { name: 'Back to SHOP-142' }).click();
    await panel.page.keyboard.press('Escape');
    assert.deepEqual(await panel.actions(), [
      { type: 'action', action: 'back' },
      { type: 'action', action: 'back' },
    ]);
  });

  it('says with the goal of the branch what there is to do, and sends it', async () => {
    const panel = await openPanel();
    await panel.show(states.several);
    const branch = panel.page.getByRole('article', { name: bareGoal.title });
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

  it('leaves out what is not recorded, and says so of impact and progress', async () => {
    const panel = await openPanel();
    await panel.show(withGoal(bareGoal));
    await panel.show({ ...states.several });
    const titles = await panel.page.getByRole('heading', { level: 2 }).allTextContents();
    assert.deepEqual(titles.slice(0, -1), [
      bareGoal.title,
      'This branch also serves',
      'Why it matters',
      'How we know',
    ]);
    assert.equal(await panel.page.getByText('Not recorded').count(), 2);
  });

  it('redraws in place', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    await panel.openAll();
    const parts = await panel.page.locator('section, article, .fact, .rung, .goalRow').elementHandles();
    assert.ok(parts.length > 15);
    for (let turn = 40; turn < 60; turn++) {
      const text = JSON.stringify(states.goals).replaceAll('"38"', `"${turn}"`);
      await panel.show(JSON.parse(text) as typeof states.goals);
    }
    assert.equal(await panel.page.getByText('59', { exact: true }).count(), 1);
    for (const part of parts) assert.equal(await part.evaluate((element) => element.isConnected), true);
  });
});
