import assert from 'node:assert/strict';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { showPanelView, statusItem } from '../../scripts/shopWorkbench.mjs';
import { quickInput, runCommand, webviewFrame } from '../../scripts/vscode/workbench.mjs';
import { leavesPage } from '../pages/panel/leavesPage';
import { panel, shop } from './support/shop';

describe('the workbench at a zoom of 200 %', () => {
  let page: Page;

  before(async () => {
    // What a window of 1280 × 1000 pixels has at that zoom.
    page = await (await shop()).open({ viewport: { width: 640, height: 500 } });
    await statusItem(page).waitFor();
    await showPanelView(page);
  });
  after(() => page.context().close());
  afterEach(async () => {
    const { scrolls, width } = await page.evaluate(() => ({
      scrolls: document.documentElement.scrollWidth,
      width: window.innerWidth,
    }));
    assert.ok(scrolls <= width, 'the window does not scroll sideways');
  });

  it('keeps the panel on its page, and its focus in sight', async () => {
    const frame = await panel(page);
    await frame.getByRole('heading', { name: 'Checkout that never loses a cart' }).first().waitFor();
    assert.deepEqual(await frame.locator('html').evaluate(leavesPage), []);
    await runCommand(page, 'Goal Lens: Focus on Goals View');
    await focusSeen(page, frame);
  });

  it('ends rows of the tree that are too long in an ellipsis', async () => {
    await runCommand(page, 'Goal Lens: Focus on All Goals View');
    const tree = page.getByRole('tree', { name: 'All Goals' });
    await tree.locator('.monaco-list-row', { hasText: 'P1 Urgent' }).first().waitFor();
    await page.keyboard.press('End');
    const focused = tree.locator('.monaco-list-row.focused');
    await focused.waitFor();
    await inside(focused, page);
    assert.deepEqual(await cutWithoutMark(tree), []);
  });

  it('keeps a list on the screen, with the row that one is at', async () => {
    await runCommand(page, 'Goal Lens: Check Priorities');
    await quickInput(page).locator('.monaco-list-row', { hasText: 'SHOP-142' }).first().waitFor();
    for (let row = 0; row < 6; row++) await page.keyboard.press('ArrowDown');
    const focused = quickInput(page).locator('.monaco-list-row.focused');
    await inside(quickInput(page), page);
    await inside(focused, page);
    assert.deepEqual(await cutWithoutMark(quickInput(page)), []);
    await page.keyboard.press('Escape');
  });

  for (const sideBar of ['with', 'without'] as const) {
    it(`keeps the report on its page, ${sideBar} a side bar`, async () => {
      if (sideBar === 'without') await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
      await runCommand(page, 'Goal Lens: Open Alignment Report');
      const frame = await webviewFrame(page, 'Alignment report');
      await frame.locator('figure').first().waitFor();
      assert.deepEqual(await frame.locator('html').evaluate(leavesPage), []);
      await frame.getByRole('button').first().focus();
      await focusSeen(page, frame);
    });
  }
});

/** Goes on by keyboard, and sees where that leads. */
async function focusSeen(page: Page, frame: FrameLocator): Promise<void> {
  await page.keyboard.press('Tab');
  const focused = frame.locator(':focus-visible');
  await focused.waitFor();
  await inside(focused, page);
  const outline = await focused.evaluate((each) => getComputedStyle(each).outlineStyle);
  assert.notEqual(outline, 'none');
}

/** Something stands on the screen with its whole width. */
async function inside(shown: Locator, page: Page): Promise<void> {
  const [box, size] = [await shown.boundingBox(), page.viewportSize()];
  assert.ok(box && size);
  assert.ok(box.x >= 0 && box.x + box.width <= size.width, `${box.x} to ${box.x + box.width}`);
  assert.ok(box.y >= 0 && box.y < size.height, `${box.y}`);
}

/** The texts of rows that are cut off without an ellipsis. */
function cutWithoutMark(list: Locator): Promise<string[]> {
  return list
    .locator('.monaco-icon-label-container, .monaco-icon-name-container, .label-description')
    .evaluateAll((parts) =>
      parts
        .filter((part) => {
          const row = part.closest('.monaco-list-row')?.getBoundingClientRect();
          const box = part.closest('.monaco-icon-label-container')!;
          const isCut = (row && part.getBoundingClientRect().right > row.right + 1) === true;
          return isCut && getComputedStyle(box).textOverflow !== 'ellipsis';
        })
        .map(({ textContent }) => textContent),
    );
}
