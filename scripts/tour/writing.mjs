// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { showPanelView, statusItem } from '../shopWorkbench.mjs';
import {
  enterText,
  openFile,
  pickQuickItem,
  pickQuickRow,
  quickInput,
  runCommand,
  webviewFrame,
} from '../vscode/workbench.mjs';
import { inEachTheme, withShop } from './stage.mjs';

/** @typedef {import('./stage.mjs').Page} Page */
/** @typedef {import('./stage.mjs').Picture} Picture */

/**
 * Takes pictures of how goals and path rules are written: with completion, explanation and quick fixes, with forms, and
 * what an empty and a broken goals file look like.
 * @param {string} dir
 */
export async function tourWriting(dir) {
  await withShop(dir, async (shop, picture) => {
    const page = await shop.open({ viewport: { width: 1280, height: 800 } });
    await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
    await goalsFile(page, shop.folder, picture);
    await pathMap(page, shop.folder, picture);
    await addGoal(page, picture);
    await brokenFiles(page, shop.folder, picture);
    await page.context().close();
    await firstGoals(shop, picture);
  });
}

/** @param {Page} page @param {string} folder @param {Picture} picture */
async function goalsFile(page, folder, picture) {
  const file = join(folder, '.goals/goals.yaml');
  const before = await readFile(file, 'utf8');
  await openFile(page, '.goals/goals.yaml');
  // The priority of the first goal.
  await goTo(page, '16:6');
  await runCommand(page, 'Show or Focus Hover');
  await page.locator('.monaco-hover:visible').first().waitFor();
  await picture(page, 'goals-file-hover');
  await typeAtEnd(page, '  - key: SHOP-400\n  title: Gift cards\n');
  await suggest(page, 'priority');
  await picture(page, 'goals-file-completion');
  await page.keyboard.press('Escape');
  await page.keyboard.type('ownr: Priya Nair');
  await page.locator('.squiggly-warning').first().waitFor();
  await runCommand(page, 'Quick Fix...');
  await page.locator('.action-widget', { hasText: 'owner' }).waitFor();
  await picture(page, 'goals-file-quick-fix');
  await page.keyboard.press('Escape');
  await closeSaved(page);
  await writeFile(file, before);
}

/** @param {Page} page @param {string} folder @param {Picture} picture */
async function pathMap(page, folder, picture) {
  const file = join(folder, '.goals/paths');
  const before = await readFile(file, 'utf8');
  await openFile(page, '.goals/paths');
  await typeAtEnd(page, '/docs/ ');
  await suggest(page, 'SHOP-7');
  await picture(page, 'path-map-completion');
  await page.keyboard.press('Escape');
  await closeSaved(page);
  await writeFile(file, before);
  await openFile(page, 'src/infra/config.ts');
  await runCommand(page, 'Goal Lens: Map This Folder to a Goal…');
  await quickInput(page).locator('.monaco-list-row', { hasText: 'SHOP-' }).first().waitFor();
  await picture(page, 'map-this-folder-1-goal');
  await pickQuickRow(page, 'Sign in without', 'SHOP-15');
  await page.locator('.tab.active', { hasText: 'paths' }).waitFor();
  await page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ }).waitFor();
  await picture(page, 'map-this-folder-2-line');
  await runCommand(page, 'View: Close All Editors');
}

/** @param {Page} page @param {Picture} picture */
async function addGoal(page, picture) {
  await runCommand(page, 'Goal Lens: Add Goal…');
  await quickInput(page).getByText('What is to be reached').first().waitFor();
  await picture(page, 'add-goal-1-title');
  await enterText(page, 'Gift cards that never expire');
  await quickInput(page).locator('.monaco-list-row', { hasText: 'Item' }).first().waitFor();
  await picture(page, 'add-goal-2-level');
  await pickQuickItem(page, 'Item');
  await quickInput(page).getByText('The key that').waitFor();
  await picture(page, 'add-goal-3-key');
  await page.keyboard.press('Enter');
  await quickInput(page).locator('.monaco-list-row', { hasText: 'SHOP-' }).first().waitFor();
  await picture(page, 'add-goal-4-above');
  await pickQuickItem(page, 'Search that knows the words shoppers use');
  await quickInput(page).locator('.monaco-list-row', { hasText: 'P2 High' }).first().waitFor();
  await picture(page, 'add-goal-5-priority');
  await pickQuickItem(page, 'P2 High');
  await quickInput(page).getByText('How many customers').waitFor();
  await picture(page, 'add-goal-6-customers');
  await enterText(page, '12');
  await quickInput(page).getByText('What a customer said').waitFor();
  await picture(page, 'add-goal-7-quote');
  await enterText(page, 'My card ran out the day before.');
  await page.locator('.view-lines', { hasText: 'Gift cards' }).first().waitFor();
  await picture(page, 'add-goal-8-entry');
  await runCommand(page, 'View: Close All Editors');
}

/** @param {Page} page @param {string} folder @param {Picture} picture */
async function brokenFiles(page, folder, picture) {
  const file = join(folder, '.goals/goals.yaml');
  await showPanelView(page);
  await runCommand(page, 'Goal Lens: Focus on All Goals View');
  await writeFile(file, 'schema: goal-lens/v1\ngoals: []\n');
  await page.locator('.welcome-view', { hasText: 'The goals file has no goals yet.' }).waitFor();
  await inEachTheme(page, picture, 'goals-file-without-goals');
  await writeFile(file, 'schema: goal-lens/v1\ngoals:\n  - key: SHOP-7\n   title: Bad indentation\n');
  await openFile(page, '.goals/goals.yaml');
  await (await webviewFrame(page, 'Goals')).getByText('cannot be used').first().waitFor();
  await runCommand(page, 'Problems: Focus on Problems View');
  await picture(page, 'goals-file-with-error');
}

/** @param {import('./stage.mjs').ShopWorkbench} shop @param {Picture} picture */
async function firstGoals(shop, picture) {
  const folder = join(shop.folder, '../first');
  await mkdir(folder);
  execFileSync('git', ['clone', '--quiet', shop.folder, folder]);
  execFileSync('git', ['rm', '-r', '--quiet', '.goals'], { cwd: folder });
  execFileSync('git', ['commit', '--quiet', '--message', 'Begin without goals'], { cwd: folder });
  const page = await shop.open({ folder, viewport: { width: 1280, height: 800 } });
  await showPanelView(page);
  await (await webviewFrame(page, 'Goals')).getByRole('button', { name: 'Create Goals File' }).click();
  await page.locator('.tab', { hasText: 'goals.yaml' }).waitFor();
  await picture(page, 'create-goals-file');
  await page.context().close();
}

/** Closes the editors without a question. @param {Page} page */
async function closeSaved(page) {
  await runCommand(page, 'File: Save');
  await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  await runCommand(page, 'View: Close All Editors');
}

/** @param {Page} page @param {string} text */
async function typeAtEnd(page, text) {
  await page.locator('.editor-group-container.active .view-lines').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

/** Opens the list of suggestions. @param {Page} page @param {string} text What one of them says. */
async function suggest(page, text) {
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text }).first().waitFor();
}

/** @param {Page} page @param {string} at Line and column. */
async function goTo(page, at) {
  await page.keyboard.press('Control+G');
  await enterText(page, `:${at}`);
  await quickInput(page).waitFor({ state: 'hidden' });
}
