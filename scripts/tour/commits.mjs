// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { showPanelView, statusItem } from '../shopWorkbench.mjs';
import {
  enterText,
  openFile,
  pickQuickRow,
  quickInput,
  runCommand,
  webviewFrame,
} from '../vscode/workbench.mjs';
import { clearToasts, inEachTheme, withShop } from './stage.mjs';

/** @typedef {import('./stage.mjs').Page} Page */
/** @typedef {import('./stage.mjs').Picture} Picture */

/**
 * Takes pictures of how commits get their goal: the commit box, links of branches, a commit that has no tag, the history,
 * the hook, and what is said before a branch is pushed.
 * @param {string} dir
 */
export async function tourCommits(dir) {
  await withShop(dir, async (shop, picture) => {
    const page = await shop.open({ viewport: { width: 1280, height: 800 } });
    await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
    await commitBox(page, picture);
    await untagged(page, shop.folder, picture);
    await messageEditor(page, shop.folder, picture);
    await history(page, picture);
    await beforePush(page, shop.folder, picture);
    await page.context().close();
  });
}

/** @param {Page} page @param {Picture} picture */
async function commitBox(page, picture) {
  await runCommand(page, 'Goal Lens: Link Branch to Goal…');
  await quickInput(page).getByText('linked').first().waitFor();
  await picture(page, 'link-branch');
  await page.keyboard.press('Escape');
  await runCommand(page, 'Source Control: Focus on Changes View');
  const box = page.locator('.scm-editor').first();
  await box.click();
  await page.keyboard.type('Retry a payment when the gateway is busy');
  await box.filter({ hasText: 'Initiative: SHOP-7' }).waitFor();
  await inEachTheme(page, picture, 'commit-box');
  const leaveOut = page
    .locator('.scm-view, .pane')
    .getByRole('button', { name: 'Leave Tag Out of Next Commit' });
  await leaveOut.first().click();
  await box.filter({ hasNotText: 'Initiative' }).waitFor();
  await picture(page, 'commit-box-without-tag');
  await box.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
}

/** @param {Page} page @param {string} folder @param {Picture} picture */
async function untagged(page, folder, picture) {
  await showPanelView(page);
  const panel = await webviewFrame(page, 'Goals');
  await writeFile(join(folder, 'later.md'), 'Later.\n');
  git(folder, 'add', 'later.md');
  git(folder, 'commit', '--quiet', '--message', 'Remember something for later');
  await runCommand(page, 'Git: Refresh');
  await panel.getByText('“Remember something for later” is not tagged with SHOP-7').waitFor();
  await picture(page, 'commit-without-tag');
}

/** @param {Page} page @param {string} folder @param {Picture} picture */
async function messageEditor(page, folder, picture) {
  const message = join(folder, '.git/COMMIT_EDITMSG');
  await writeFile(message, 'Give points for a retry\n\nInitiative: SHOP-5\n');
  await runCommand(page, 'File: Open File...');
  await enterText(page, message);
  await page.locator('.tab.active', { hasText: 'COMMIT_EDITMSG' }).waitFor();
  await page.locator('.squiggly-warning').first().waitFor();
  await page.locator('.editor-group-container.active .view-lines').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowLeft');
  await runCommand(page, 'Quick Fix...');
  await page.locator('.action-widget', { hasText: 'SHOP-7' }).waitFor();
  await picture(page, 'commit-message-quick-fix');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Initiative: ');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'SHOP-7' }).first().waitFor();
  await picture(page, 'commit-message-completion');
  await page.keyboard.press('Escape');
  await runCommand(page, 'File: Save');
  await runCommand(page, 'View: Close All Editors');
}

/** @param {Page} page @param {Picture} picture */
async function history(page, picture) {
  await runCommand(page, 'Goal Lens: Tag Existing Commits…');
  await quickInput(page).locator('.monaco-list-row', { hasText: 'Remember something' }).waitFor();
  await picture(page, 'tag-existing-commits-1-which');
  await quickInput(page).getByRole('button', { name: 'OK' }).click();
  await quickInput(page).locator('.monaco-list-row', { hasText: 'SHOP-7' }).first().waitFor();
  await picture(page, 'tag-existing-commits-2-goal');
  await pickQuickRow(page, 'SHOP-7');
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByRole('button', { name: 'Tag', exact: true }).waitFor();
  await picture(page, 'tag-existing-commits-3-confirm');
  await dialog.getByRole('button', { name: 'Tag', exact: true }).click();
  await page.locator('.notification-toast', { hasText: 'refs/goal-lens/backup' }).waitFor();
  await picture(page, 'tag-existing-commits-4-done');
  await clearToasts(page);
  await runCommand(page, 'Goal Lens: Set Up Commit Hook…');
  await dialog.getByText('prepare-commit-msg').first().waitFor();
  await picture(page, 'set-up-commit-hook');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
}

/** @param {Page} page @param {string} folder @param {Picture} picture */
async function beforePush(page, folder, picture) {
  await runCommand(page, 'Goal Lens: Copy Pull Request Summary');
  await page.getByText('Copied the summary').first().waitFor();
  const summary = await page.evaluate(() => navigator.clipboard.readText());
  await writeFile(join(folder, 'pull request.md'), summary);
  await openFile(page, 'pull request.md');
  await picture(page, 'pull-request-summary');
  await runCommand(page, 'View: Close All Editors');
  git(folder, 'checkout', '--quiet', '-b', 'chore/tidy', 'main');
  await writeFile(join(folder, 'tidy.md'), 'Tidy.\n');
  git(folder, 'add', 'tidy.md');
  git(folder, 'commit', '--quiet', '--message', 'Tidy up');
  await statusItem(page).filter({ hasText: 'No goal' }).waitFor();
  await runCommand(page, 'Goal Lens: Check Branch Before Pushing');
  await page.locator('.notification-toast', { hasText: 'Before you push' }).waitFor();
  await picture(page, 'check-branch');
  await clearToasts(page);
  git(folder, 'checkout', '--quiet', 'feature/SHOP-142-retry-payments');
  await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
  const settings = join(folder, '.vscode/settings.json');
  await mkdir(join(folder, '.vscode'), { recursive: true });
  await writeFile(settings, JSON.stringify({ 'goalLens.commit.autoFill': 'ask' }));
  await runCommand(page, 'Source Control: Focus on Changes View');
  await page.locator('.scm-editor').first().click();
  await page.keyboard.type('Ask whether to tag');
  await page.locator('.notification-toast', { hasText: 'Tag commits on' }).waitFor();
  await picture(page, 'commit-box-asks');
}

/** @param {string} cwd @param {string[]} args */
function git(cwd, ...args) {
  execFileSync('git', args, { cwd });
}
