import type { Page } from 'playwright-core';
import { statusItem } from '../../scripts/shopWorkbench.mjs';
import { pickQuickItem, runCommand } from '../../scripts/vscode/workbench.mjs';
import { shop } from './support/shop';

describe('the walkthrough', () => {
  let page: Page;

  before(async () => {
    page = await (await shop()).open();
    await statusItem(page).filter({ hasText: 'P1' }).waitFor();
  });
  after(() => page.context().close());

  it('ticks what was done before it was opened, and nothing else', async () => {
    await runCommand(page, 'Welcome: Open Walkthrough...');
    await pickQuickItem(page, 'See why your code matters');
    const stepWith = (mark: string): ReturnType<Page['locator']> =>
      page.locator('.getting-started-step', { has: page.locator(`.codicon-getting-started-step-${mark}`) });
    for (const done of ['Bring in the goals', 'Say which goal a branch serves']) {
      await stepWith('checked').filter({ hasText: done }).waitFor();
    }
    await stepWith('unchecked').filter({ hasText: 'Let the history say so' }).waitFor();
  });
});
