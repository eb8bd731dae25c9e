import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { startShopWorkbench, statusItem, type ShopWorkbench } from '../../scripts/shopWorkbench.mjs';
import {
  enterText,
  pickQuickItem,
  quickInput,
  quickPickItems,
  runCommand,
} from '../../scripts/vscode/workbench.mjs';
import { until } from '../support/until';
import { GoalServer, goals } from '../unit/trackers/kinds/rest/goalServer';
import { vsix } from './support/shop';

/** A message of VS Code, as a toast or in a list. */
const message = '.notification-list-item';

const token = 'a-token-of-this-test-only';

describe('Connect Tracker', () => {
  let workbench: ShopWorkbench;
  let page: Page;
  let server: GoalServer;

  before(async () => {
    server = await new GoalServer({ goals: goals(3) }, token, () => new Date()).start();
    workbench = await startShopWorkbench({ vsix: (await vsix()).path });
    page = await workbench.open();
    await page.evaluate((item) => {
      const messages: string[][] = [];
      Object.assign(window, { messages });
      // What is painted: between two frames, one message may take another's place in either order.
      const observer = new MutationObserver(() =>
        requestAnimationFrame(() =>
          messages.push([...document.querySelectorAll(item)].map(({ textContent }) => textContent)),
        ),
      );
      observer.observe(document.body, { childList: true, subtree: true });
    }, message);
    await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
  });
  after(async () => {
    await workbench.close();
    await server.stop();
  });

  for (const name of ['GitHub', 'Jira']) {
    it(`asks for the address of ${name}, and goes back to the choice`, async () => {
      await runCommand(page, 'Goal Lens: Connect Tracker…');
      await pickQuickItem(page, name);
      await shows(new RegExp(`The address of ${name}`));
      await quickInput(page).getByRole('button', { name: 'Back' }).click();
      await until('the kinds are listed', async () =>
        (await quickPickItems(page)).some(({ label }) => label === 'Redmine'),
      );
      await page.keyboard.press('Escape');
      await quickInput(page).waitFor({ state: 'hidden' });
    });
  }

  it('refuses a wrong token where it is entered, and ends with the goals', async () => {
    await runCommand(page, 'Goal Lens: Connect Tracker…');
    await pickQuickItem(page, 'REST service');
    await shows(/The address of REST/);
    await enterText(page, server.url);
    await pickQuickItem(page, 'Enter a token');
    await shows(/The token that the service expects/);
    const field = quickInput(page).locator('input[type="password"]');
    await field.fill('a-wrong-token');
    await field.press('Enter');
    await shows(/does not accept the token \(401\)/);
    assert.ok(server.statuses.includes(401));
    await field.fill(token);
    await field.press('Enter');
    await shows(/Which projects to follow/);
    // Until the projects are listed, there is nothing to choose.
    await quickInput(page).locator('.monaco-progress-container.active').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await shows(/Where to keep the connection/);
    await pickQuickItem(page, 'All my workspaces');
    await page.locator(message, { hasText: 'is connected: 3 goals' }).waitFor();
    assert.ok(server.requests.some(({ headers }) => headers.authorization === `Bearer ${token}`));
  });

  it('has said one thing at a time, and nothing before somebody asked', async () => {
    const seen = await page.evaluate(() => (window as unknown as { messages: string[][] }).messages);
    assert.deepEqual(
      seen.filter(({ length }) => length > 1),
      [],
    );
    const told = [...new Set(seen.flat())].map((text) => text.replace(/ /g, ' '));
    assert.match(told.at(-1) ?? '', /is connected/);
    assert.deepEqual(
      told.filter((text) => !/Testing the connection|Reading goals of|is connected/.test(text)),
      [],
    );
  });

  /** Waits until the open list or field says this, in its prompt or as its placeholder. */
  async function shows(text: RegExp): Promise<void> {
    const input = quickInput(page);
    await input.getByText(text).or(input.getByPlaceholder(text)).first().waitFor();
  }
});
