import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { showPanelView, statusItem } from '../../scripts/shopWorkbench.mjs';
import { openFile, quickInput, runCommand, setTheme } from '../../scripts/vscode/workbench.mjs';
import { themes } from '../../scripts/vscode/settings.mjs';
import { axeViolations } from '../support/axeViolations';
import { panel, shop } from './support/shop';

/** What VS Code draws from texts of ours. */
const status = '[id="goal-lens.goal-lens.goalLens.goal"]';
const tree = '[aria-label="All Goals"][role="tree"]';
const list = '.quick-input-widget';

describe('accessibility in the workbench', () => {
  let page: Page;

  before(async () => {
    page = await (await shop()).open();
    await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
    await showPanelView(page);
    await openFile(page, 'src/payments/gateway.ts');
  });
  after(() => page.context().close());

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`breaks no rule of axe in ${theme}: panel, status item, all goals, lists`, async () => {
      await setTheme(page, theme);
      await runCommand(page, 'Goal Lens: Focus on All Goals View');
      await page.locator(tree).locator('.monaco-list-row', { hasText: 'P1 Urgent' }).waitFor();
      assert.deepEqual(await axeViolations(await panelFrame(page)), []);
      assert.deepEqual(await axeViolations(page, [status, tree]), []);
      await runCommand(page, 'Goal Lens: Check Priorities');
      await quickInput(page).locator('.monaco-list-row', { hasText: 'SHOP-142' }).first().waitFor();
      assert.deepEqual(await axeViolations(page, [list]), []);
      await page.keyboard.press('Escape');
    });
  }
});

/** The frame that the panel's document is in. */
async function panelFrame(page: Page): Promise<Frame> {
  const body = await (await panel(page)).locator('body').elementHandle();
  const frame = await body.ownerFrame();
  assert.ok(frame, 'the panel is not there');
  return frame;
}
