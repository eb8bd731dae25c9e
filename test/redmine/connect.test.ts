import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startRedmine, type Redmine } from '../../scripts/redmine/redmineServer.mjs';
import { showPanelView, type ShopWorkbench } from '../../scripts/shopWorkbench.mjs';
import {
  enterText,
  pickQuickItem,
  quickInput,
  runCommand,
  workbenchReady,
} from '../../scripts/vscode/workbench.mjs';
import { git } from '../host/support/git';
import { panel, shop } from '../workbench/support/shop';

describe('connecting a real Redmine', () => {
  let redmine: Redmine;
  let workbench: ShopWorkbench;
  let page: Page;

  before(async function () {
    this.timeout(600_000);
    redmine = await startRedmine({ log: (line) => process.stdout.write(`${line}\n`) });
    workbench = await shop();
    // A team that has a tracker and no goals file.
    await rm(join(workbench.folder, '.goals'), { recursive: true });
    git(workbench.folder, 'checkout', '--quiet', '-b', `fix/SHOP-${redmine.seed.issues.story}-retry`);
    page = await workbench.open();
    await showPanelView(page);
  });
  after(async () => {
    await page.context().close();
    await redmine.stop();
  });

  const field = () => quickInput(page).locator('input').last();

  it('leads from the empty panel to the customer impact of the branch', async () => {
    await (await panel(page)).getByRole('button', { name: 'Connect Tracker…' }).click();
    await pickQuickItem(page, 'Redmine');
    await quickInput(page).getByText('The address of Redmine').waitFor();
    await enterText(page, 'http://redmine.example');
    await quickInput(page).getByText('it has to begin with https://').waitFor();
    await enterText(page, redmine.url);
    await quickInput(page).locator('input[type="password"]').waitFor();
    await quickInput(page).getByRole('button', { name: 'Back' }).click();
    await quickInput(page).getByText('The address of Redmine').waitFor();
    await field().press('Enter');
    await quickInput(page).locator('input[type="password"]').waitFor();
    await page.keyboard.press('Escape');
    await runCommand(page, 'Goal Lens: Connect Tracker…');
    await pickQuickItem(page, `Go on with Redmine at ${new URL(redmine.url).host}`);
    await quickInput(page).locator('input[type="password"]').waitFor();
    await field().fill('0123456789abcdef0123456789abcdef01234567');
    await field().press('Enter');
    await quickInput(page).getByText('does not accept the token (401)').waitFor();
    await field().fill(redmine.apiKey);
    await field().press('Enter');
    await quickInput(page).locator('.monaco-list-row', { hasText: 'warehouse' }).waitFor();
    await quickInput(page).locator('.monaco-list-row', { hasText: 'shop' }).first().click();
    await page.keyboard.press('Enter');
    await quickInput(page).locator('.monaco-list-row', { hasText: 'Customers affected' }).waitFor();
    await page.keyboard.press('Enter');
    await quickInput(page).getByText('The currency of the revenue field').waitFor();
    await enterText(page, 'EUR');
    await pickQuickItem(page, 'This workspace');
    await page.locator('.notification-toast', { hasText: 'is connected: 144 goals' }).waitFor();
    const goals = await panel(page);
    await goals.getByRole('heading', { name: 'Checkout that never loses a cart' }).waitFor();
    const text = await goals.locator('body').innerText();
    assert.match(text, /38\s+customers/);
    assert.match(text, /€100K?–250K\s+revenue at stake/);
    assert.match(text, /P1/);
  });

  it('writes the connection, and no token, into the folder’s settings', async () => {
    const settings = await readFile(join(workbench.folder, '.vscode/settings.json'), 'utf8');
    assert.ok(settings.includes(redmine.url) && settings.includes('Customers affected'), settings);
    assert.ok(!settings.includes(redmine.apiKey));
  });

  it('brings a priority that changes in Redmine', async () => {
    await redmine.adminApi('PUT', `/issues/${redmine.seed.issues.initiative}.json`, {
      issue: { priority_id: redmine.seed.priorities.low },
    });
    await runCommand(page, 'Goal Lens: Refresh');
    await (await panel(page)).getByText('P4').first().waitFor();
  });

  it('lets go of an issue that is deleted in Redmine', async () => {
    const { story } = redmine.seed.issues;
    await redmine.adminApi('DELETE', `/issues/${story}.json`);
    await runCommand(page, 'Goal Lens: Refresh');
    await (
      await panel(page)
    )
      .getByText(`The branch refers to SHOP-${story}, which no tracker has.`)
      .waitFor();
    await redmine.reset();
    await runCommand(page, 'Goal Lens: Refresh');
    await (await panel(page)).getByRole('heading', { name: 'Checkout that never loses a cart' }).waitFor();
  });

  it('keeps showing the goals, and says so, when Redmine is gone, also after a restart', async () => {
    await redmine.stop();
    await runCommand(page, 'Goal Lens: Refresh');
    const offline = /is offline\. Last read .*cannot be reached \(ECONNREFUSED\)/;
    await (await panel(page)).getByText(offline).waitFor();
    await page.reload();
    await workbenchReady(page);
    const again = await panel(page);
    await again.getByRole('heading', { name: 'Checkout that never loses a cart' }).waitFor();
    await runCommand(page, 'Goal Lens: Show Connection Status');
    await quickInput(page).getByText('144 goals').waitFor();
    await page.keyboard.press('Escape');
  });

  it('forgets token and goals on Sign Out', async () => {
    await runCommand(page, 'Goal Lens: Sign Out…');
    await (await panel(page)).getByRole('heading', { name: /^Sign in to Redmine/ }).waitFor();
    await (await panel(page)).getByRole('button', { name: 'Sign In…' }).waitFor();
  });
});
