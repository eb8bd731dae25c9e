import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { showPanelView, statusItem } from '../../scripts/shopWorkbench.mjs';
import { openFile, reloadOnceSaved, runCommand } from '../../scripts/vscode/workbench.mjs';
import { until } from '../support/until';
import { panel, shop } from './support/shop';

/** What the panel and the list of all goals show, wherever they stand. */
const goal = 'Checkout that never loses a cart';

describe('the side bars', () => {
  let page: Page;
  const part = (name: 'auxiliarybar' | 'editor' | 'sidebar'): Locator => page.locator(`.part.${name}`);
  const views = (where: 'auxiliarybar' | 'sidebar'): Locator =>
    part(where).locator('.pane-header', { hasText: /^\s*(Goals|All Goals)/ });

  before(async () => {
    page = await (await shop()).open({ viewport: { width: 1440, height: 900 } });
    await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
    await openFile(page, 'src/payments/gateway.ts');
    await showPanelView(page);
    await views('sidebar').nth(1).waitFor();
  });
  after(() => page.context().close());

  /** Waits until the panel shows the goal, and answers with how far left it and the editor begin. */
  async function lefts(): Promise<{ panel: number; editor: number }> {
    const heading = (await panel(page)).getByRole('heading', { name: goal }).first();
    await heading.waitFor();
    const [shown, editor] = await Promise.all([heading.boundingBox(), part('editor').boundingBox()]);
    assert.ok(shown && editor);
    return { panel: shown.x, editor: editor.x };
  }

  it('take the panel and all goals to the right of the editor', async () => {
    await runCommand(page, 'Goal Lens: Move to Secondary Side Bar');
    await views('auxiliarybar').nth(1).waitFor();
    const { panel, editor } = await lefts();
    assert.ok(panel > editor, `${panel} is not to the right of ${editor}`);
  });

  it('keep them there when the window is reloaded', async () => {
    await reloadOnceSaved(page, 'workbench.auxiliaryBar.hidden', 'false');
    await views('auxiliarybar').nth(1).waitFor();
    const { panel, editor } = await lefts();
    assert.ok(panel > editor);
  });

  it('take them back by the menu of the view, which offers the other place only', async () => {
    const header = views('auxiliarybar').first();
    const menu = page.locator('.monaco-menu');
    const back = menu.getByText('Move to Primary Side Bar');
    // A click is lost while the reloaded view takes the focus, so it is repeated until it has an effect.
    await until('the menu is open', async () => {
      await header.hover();
      await header.getByRole('button', { name: 'More Actions...' }).click();
      return back.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    });
    assert.equal(await menu.getByText('Move to Secondary Side Bar').count(), 0);
    // A menu ignores the mouse just after it has opened.
    await back.hover();
    await page.keyboard.press('Enter');
    await views('sidebar').nth(1).waitFor();
    const { panel, editor } = await lefts();
    assert.ok(panel < editor);
  });
});
