import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { showPanelView, statusItem, type ShopWorkbench } from '../../scripts/shopWorkbench.mjs';
import {
  enterText,
  openFile,
  pickQuickItem,
  pickQuickRow,
  quickInput,
  quickPickItems,
  runCommand,
} from '../../scripts/vscode/workbench.mjs';
import { git } from '../host/support/git';
import { until } from '../support/until';
import { panel, shop } from './support/shop';

describe('writing goals and path rules', () => {
  let workbench: ShopWorkbench;
  let page: Page;
  let originals: readonly [goals: string, paths: string];
  const file = (path: string): string => join(workbench.folder, path);

  before(async () => {
    workbench = await shop();
    originals = [
      await readFile(file('.goals/goals.yaml'), 'utf8'),
      await readFile(file('.goals/paths'), 'utf8'),
    ];
    page = await workbench.open();
    await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
  });
  after(async () => {
    git(workbench.folder, 'checkout', '--quiet', 'feature/SHOP-142-retry-payments');
    await writeFile(file('.goals/goals.yaml'), originals[0]);
    await writeFile(file('.goals/paths'), originals[1]);
    await page.context().close();
  });

  it('leads to the Explorer where there is no folder to map', async () => {
    await runCommand(page, 'Goal Lens: Map This Folder to a Goal…');
    const toast = page.locator('.notification-toast', { hasText: 'No file is open.' });
    await toast.waitFor();
    assert.equal(await toast.getByRole('button', { name: 'Show Log' }).count(), 0);
    await toast.getByRole('button', { name: 'Show Explorer' }).click();
    await page.locator('.explorer-folders-view').waitFor();
  });

  it('maps the folder of a file that has no goal, from the panel, and shows the line', async () => {
    await showPanelView(page);
    await openFile(page, 'src/infra/config.ts');
    const frame = await panel(page);
    const bar = frame.getByRole('region', { name: 'This file' });
    await bar.getByText('config.ts').first().waitFor();
    await bar.getByRole('button').first().click();
    await bar.getByRole('button', { name: 'Map This Folder…' }).click();
    await pickQuickRow(page, 'Sign in without', 'SHOP-15');
    await page.locator('.tab.active', { hasText: 'paths' }).waitFor();
    const chosen = new RegExp(`\\(${'/src/infra/'.padEnd(27).length + 'SHOP-15'.length} selected\\)`);
    await page.locator('.statusbar-item', { hasText: chosen }).waitFor();
    await until('the rule is written', async () =>
      (await readFile(file('.goals/paths'), 'utf8')).endsWith(`${'/src/infra/'.padEnd(27)}SHOP-15\n`),
    );
    await openFile(page, 'src/infra/config.ts');
    await bar.getByText('SHOP-15').first().waitFor();
    // Asked again, the list begins with what the folder is mapped to.
    await runCommand(page, 'Goal Lens: Map This Folder to a Goal…');
    await quickInput(page).getByText('Mapped now').waitFor();
    assert.match((await quickPickItems(page))[0]?.description ?? '', /^SHOP-15/);
    await page.keyboard.press('Escape');
  });

  it('adds the goal that a branch names and that is nowhere, with a form', async () => {
    git(workbench.folder, 'checkout', '--quiet', 'spike/SHOP-999-unknown');
    const frame = await panel(page);
    await frame.getByText('The branch refers to SHOP-999, which is not in the goals file.').waitFor();
    await frame.getByRole('button', { name: 'Add SHOP-999…' }).click();
    await enterText(page, 'Try the new tokenizer');
    await pickQuickItem(page, 'Item');
    await pickQuickItem(page, 'Search that knows the words shoppers use');
    await pickQuickItem(page, 'P2 High');
    await quickInput(page).getByText('How many customers').waitFor();
    await enterText(page, '12');
    await quickInput(page).getByText('What a customer said').waitFor();
    await enterText(page, 'It said: "nothing found".');
    await until('the goal is served', async () =>
      (await statusItem(page).innerText()).includes('P2 Try the new tokenizer'),
    );
    const text = await readFile(file('.goals/goals.yaml'), 'utf8');
    assert.equal(
      text.slice(0, text.indexOf('\n  - key: SHOP-999')),
      originals[0].trimEnd() + '\n',
      'what was written stays',
    );
    assert.ok(text.includes('- text: "It said: \\"nothing found\\"."'), text.slice(-400));
  });

  it('says in a sentence whether something more urgent waits', async () => {
    git(workbench.folder, 'checkout', '--quiet', 'feature/SHOP-160-search-synonyms');
    await statusItem(page).filter({ hasText: 'P3 Learn synonyms' }).waitFor();
    await runCommand(page, 'Goal Lens: Compare with Current Work');
    await page
      .locator('.notification-toast', {
        hasText:
          /SHOP-\d+ .* \(P1 from SHOP-7\) waits, for 38 customers, 112 requests from SHOP-7, and \d more goals?; you are on SHOP-160 .* \(P3 from SHOP-9\)/,
      })
      .first()
      .waitFor();
  });
});
