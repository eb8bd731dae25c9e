import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { statusItem, type ShopWorkbench } from '../../scripts/shopWorkbench.mjs';
import { pickQuickRow, quickInput, quickPickItems, runCommand } from '../../scripts/vscode/workbench.mjs';
import { git } from '../host/support/git';
import { until } from '../support/until';
import { shop } from './support/shop';

describe('the history', () => {
  let workbench: ShopWorkbench;
  let page: Page;
  const branch = 'feature/SHOP-142-retry-payments';
  const dialog = () => page.locator('.monaco-dialog-box');
  const trailerOf = (commit: string): string =>
    git(workbench.folder, 'log', '-1', '--format=%(trailers:key=Initiative,valueonly)', commit).trim();

  before(async () => {
    workbench = await shop();
    git(workbench.folder, 'checkout', '--quiet', branch);
    page = await workbench.open();
    await statusItem(page).waitFor();
  });
  after(() => page.context().close());

  it('lists the commits of a goal, those of the goals below it too, and opens their changes', async () => {
    await runCommand(page, 'Goal Lens: Show Commits of Goal…');
    await pickQuickRow(page, 'SHOP-7');
    await pickQuickRow(page, 'SHOP-142: tell passing failures');
    await page.getByRole('tab', { name: /tell passing failures/ }).waitFor();
    await page.locator('.view-lines', { hasText: 'isPassing' }).first().click();
    await runCommand(page, 'View: Close All Editors');
  });

  it('is summed up for a pull request', async () => {
    await runCommand(page, 'Goal Lens: Copy Pull Request Summary');
    const text = await until('the summary is copied', async () => {
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      return copied.includes('Initiative: SHOP-7') && copied;
    });
    assert.match(text, /Checkout that never loses a cart/);
    assert.match(text.trimEnd(), /\nInitiative: SHOP-7$/);
  });

  it('is tagged afterwards: a commit without a goal is reworded, with a backup to go back to', async () => {
    await writeFile(join(workbench.folder, 'later.md'), 'Later.\n');
    git(workbench.folder, 'add', 'later.md');
    git(workbench.folder, 'commit', '--quiet', '--message', 'Remember something for later');
    const before = git(workbench.folder, 'rev-parse', 'HEAD');
    const tree = git(workbench.folder, 'rev-parse', 'HEAD^{tree}');
    await runCommand(page, 'Goal Lens: Tag Existing Commits…');
    const items = await quickPickItems(page);
    assert.ok(items.some(({ label }) => label.includes('Remember something for later')));
    await quickInput(page).getByRole('button', { name: 'OK' }).click();
    await quickInput(page)
      .getByText('Which goal do these commits serve')
      .or(quickInput(page).locator('.monaco-list-row', { hasText: 'SHOP-7' }))
      .first()
      .waitFor();
    await pickQuickRow(page, 'SHOP-7');
    await dialog().getByRole('button', { name: 'Tag', exact: true }).click();
    const report = page.locator('.notification-list-item', { hasText: 'refs/goal-lens/backup' });
    await report.waitFor();
    assert.equal(trailerOf('HEAD'), 'SHOP-7');
    assert.equal(git(workbench.folder, 'rev-parse', 'HEAD^{tree}'), tree);
    assert.equal(git(workbench.folder, 'status', '--porcelain').trim(), '');
    assert.notEqual(git(workbench.folder, 'for-each-ref', 'refs/goal-lens/backup').trim(), '');
    await report.getByRole('button', { name: 'Undo' }).click();
    await until('the branch is as it was', () => git(workbench.folder, 'rev-parse', 'HEAD') === before);
  });

  it('carries the goal of commits from a terminal once the hook is set up, and not after it is removed', async () => {
    await runCommand(page, 'Goal Lens: Set Up Commit Hook…');
    await dialog().getByText('prepare-commit-msg').first().waitFor();
    await dialog().getByRole('button', { name: 'Set Up', exact: true }).click();
    await page.getByText('The commit hook is set up').waitFor();
    git(workbench.folder, 'commit', '--quiet', '--allow-empty', '--message', 'From a terminal');
    assert.equal(trailerOf('HEAD'), 'SHOP-7');
    const worktree = join(workbench.folder, '../corner-shop worktree');
    git(workbench.folder, 'worktree', 'add', '--quiet', '-b', 'fix/SHOP-131-worktree', worktree);
    git(worktree, 'commit', '--quiet', '--allow-empty', '--message', 'From a worktree');
    const other = join(workbench.folder, '../corner-shop search');
    git(workbench.folder, 'worktree', 'add', '--quiet', other, 'feature/SHOP-160-search-synonyms');
    git(
      other,
      'commit',
      '--quiet',
      '--allow-empty',
      '--message',
      'From a branch that is not checked out here',
    );
    assert.equal(trailerOf('feature/SHOP-160-search-synonyms'), 'SHOP-9');
    // A branch that the editor has not seen yet: the hook finds the initiative of the key in its name.
    assert.equal(trailerOf('fix/SHOP-131-worktree'), 'SHOP-7');
    await runCommand(page, 'Goal Lens: Remove Commit Hook');
    await page.getByText('The commit hook is gone').waitFor();
    assert.equal(existsSync(join(workbench.folder, '.git/hooks/prepare-commit-msg')), false);
    git(workbench.folder, 'commit', '--quiet', '--allow-empty', '--message', 'From a terminal again');
    assert.equal(trailerOf('HEAD'), '');
    // Their branches are to be checked out again: the workbench is shared.
    for (const folder of [worktree, other]) git(workbench.folder, 'worktree', 'remove', '--force', folder);
  });
});
