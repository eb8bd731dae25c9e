import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { statusItem, type ShopWorkbench } from '../../scripts/shopWorkbench.mjs';
import { runCommand } from '../../scripts/vscode/workbench.mjs';
import { git } from '../host/support/git';
import { shop } from './support/shop';

describe('a commit from the commit box', () => {
  let workbench: ShopWorkbench;
  let page: Page;

  before(async () => {
    workbench = await shop();
    page = await workbench.open();
    await statusItem(page).waitFor();
    await runCommand(page, 'Source Control: Focus on Changes View');
  });
  after(() => page.context().close());

  it('carries the initiative as its trailer, and leaves nothing in the box', async () => {
    const box = page.locator('.scm-editor').first();
    await box.click();
    await page.keyboard.type('Explain why a payment is retried');
    await box.filter({ hasText: 'Initiative: SHOP-7' }).waitFor();
    await writeFile(
      join(workbench.folder, 'why.md'),
      'A gateway that is busy is not a card that is refused.\n',
    );
    git(workbench.folder, 'add', 'why.md');
    await runCommand(page, 'Git: Refresh');
    await page.getByText('Staged Changes').waitFor();
    await runCommand(page, 'Git: Commit Staged');
    await box.filter({ hasNotText: 'Explain why' }).filter({ hasNotText: 'Initiative' }).waitFor();
    const [subject, trailer] = git(
      workbench.folder,
      'log',
      '-1',
      '--format=%s%n%(trailers:key=Initiative,valueonly)',
    ).split('\n');
    assert.deepEqual([subject, trailer], ['Explain why a payment is retried', 'SHOP-7']);
  });

  it('is tagged or not, by the button above its box', async () => {
    const box = page.locator('.scm-editor').first();
    const button = (name: string): Locator =>
      page.locator('.scm-view, .pane').getByRole('button', { name, exact: true }).first();
    await box.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await box.filter({ hasNotText: 'Initiative' }).waitFor();
    // A try before this one may have left the tag out.
    if (await button('Tag Commit').isVisible()) await button('Tag Commit').click();
    await box.click();
    await page.keyboard.type('Name the fault');
    await box.filter({ hasText: 'Initiative: SHOP-7' }).waitFor();
    await button('Leave Tag Out of Next Commit').click();
    await box.filter({ hasText: 'Name the fault' }).filter({ hasNotText: 'Initiative' }).waitFor();
    await button('Tag Commit').click();
    await box.filter({ hasText: 'Name the fault' }).filter({ hasText: 'Initiative: SHOP-7' }).waitFor();
    await box.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await box.filter({ hasNotText: 'Initiative' }).waitFor();
  });
});
