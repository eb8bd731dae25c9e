import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { statusItem } from '../../scripts/shopWorkbench.mjs';
import { runCommand, webviewFrame } from '../../scripts/vscode/workbench.mjs';
import { shop } from './support/shop';

/** What has been seen of the report since its editor began to move. */
interface Watched {
  seen: string[];
}

describe('the report in the workbench', () => {
  let page: Page;

  before(async () => {
    page = await (await shop()).open({ viewport: { width: 1440, height: 900 } });
    await statusItem(page).waitFor();
  });
  after(() => page.context().close());

  it('is there with its shapes or as it was, and never empty, once its editor has moved', async () => {
    await runCommand(page, 'Goal Lens: Open Alignment Report');
    const before = await webviewFrame(page, 'Alignment report');
    await before.locator('figure').first().waitFor();
    await before.locator('summary').first().click();
    await before.locator('details[open] table').first().waitFor();
    await page.evaluate(watchReport);
    await runCommand(page, 'View: Move Editor into Right Group');
    await page.waitForFunction(() => {
      const { seen } = window as unknown as Watched;
      return seen.includes('nothing of ours yet') && seen.at(-1) === 'report';
    });
    const after = await webviewFrame(page, 'Alignment report');
    await after.locator('details[open] table').first().waitFor();
    const { seen } = await page.evaluate(() => ({ seen: (window as unknown as Watched).seen }));
    assert.equal(seen[0], 'report');
    assert.deepEqual(
      seen.filter((each) => !['report', 'nothing of ours yet', 'shapes'].includes(each)),
      [],
    );
  });
});

/** Runs in the page: writes down what the frame of the report holds, a hundred times a second. */
function watchReport(): void {
  const watched = window as unknown as Watched;
  watched.seen = [];
  window.setInterval(() => {
    const outer = document.querySelector<HTMLIFrameElement>('iframe.webview');
    const inner = outer?.contentDocument?.querySelector<HTMLIFrameElement>('#active-frame');
    const root = inner?.contentDocument?.getElementById('root');
    const now = !root
      ? 'nothing of ours yet'
      : root.querySelector('figure')
        ? 'report'
        : root.querySelector('.bone')
          ? 'shapes'
          : `else: ${root.innerHTML}`;
    if (watched.seen.at(-1) !== now) watched.seen.push(now);
  }, 10);
}
