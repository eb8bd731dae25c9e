import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { showPanelView, statusItem, type ShopWorkbench } from '../../scripts/shopWorkbench.mjs';
import { quickInput, runCommand } from '../../scripts/vscode/workbench.mjs';
import { git } from '../host/support/git';
import { until } from '../support/until';
import { panel, shop } from './support/shop';

describe('a commit without its tag, or harmed by one', () => {
  let workbench: ShopWorkbench;
  let page: Page;
  let frame: FrameLocator;
  let start: string;
  const inFolder = (...args: string[]): string => git(workbench.folder, ...args);
  const message = (): string => inFolder('log', '-1', '--format=%B');
  /** What a terminal does, of which the window is told. */
  const commit = async (...args: string[]): Promise<void> => {
    await writeFile(join(workbench.folder, 'retry.md'), `${args.join(' ')}\n`);
    inFolder('add', 'retry.md');
    inFolder('commit', '--quiet', ...args);
    await runCommand(page, 'Git: Refresh');
  };
  const inDialog = (name: string): Promise<void> =>
    page.locator('.monaco-dialog-box').getByRole('button', { name, exact: true }).click();
  const messageIs = async (expected: string): Promise<void> => {
    await until('the message is mended', () => Promise.resolve(message() === expected));
  };

  before(async () => {
    workbench = await shop();
    page = await workbench.open();
    await statusItem(page).waitFor();
    start = inFolder('rev-parse', 'HEAD').trim();
    await showPanelView(page);
    frame = await panel(page);
    await frame.getByRole('heading', { name: 'Checkout that never loses a cart' }).first().waitFor();
  });
  afterEach(() => inFolder('reset', '--quiet', '--hard', start));
  after(() => page.context().close());

  it('is offered the hook in one line, until a person declines', async () => {
    const line = frame.getByText('Terminal and agents commit here too.');
    await line.waitFor();
    await frame.getByRole('button', { name: 'Not for This Repository' }).click();
    await line.waitFor({ state: 'detached' });
  });

  it('is tagged from the panel', async () => {
    await commit('-m', 'Write down when to retry');
    await frame.getByText('“Write down when to retry” is not tagged with SHOP-7.').waitFor();
    await frame.getByRole('button', { name: 'Tag It' }).click();
    await messageIs('Write down when to retry\n\nInitiative: SHOP-7\n\n');
    await frame.getByText('is not tagged with').waitFor({ state: 'detached' });
    assert.equal(inFolder('status', '--porcelain'), '');
  });

  it('is mended from the panel, to the byte', async () => {
    await commit('-m', 'Initiative: SHOP-7Second change to sync', '-m', 'A body,  as it was typed.');
    await frame.getByText('stands where git does not read it').waitFor();
    await frame.getByRole('button', { name: 'Mend It' }).click();
    await page.locator('.monaco-dialog-box', { hasText: 'Second change to sync' }).waitFor();
    await inDialog('Mend');
    await messageIs('Second change to sync\n\nA body,  as it was typed.\n\nInitiative: SHOP-7\n\n');
    await frame.getByText('stands where git does not read it').waitFor({ state: 'detached' });
  });

  it('gets back the title that an amend took, through Tag Existing Commits', async () => {
    const lost = 'Ask the gateway how long to wait';
    await commit('-m', lost, '-m', 'Why it is so.');
    await commit('--amend', '-m', 'Initiative: SHOP-7');
    await frame.getByText('is titled “Initiative: SHOP-7”').waitFor();
    await runCommand(page, 'Goal Lens: Tag Existing Commits…');
    const rows = quickInput(page).locator('.monaco-list-row');
    const row = rows.filter({ hasText: lost });
    await row.getByText('its own title is gone').waitFor();
    for (const other of await rows.filter({ hasNotText: lost }).all()) {
      const box = other.locator('.monaco-checkbox');
      if (await box.isChecked()) await box.click();
    }
    assert.equal(await row.locator('.monaco-checkbox').isChecked(), true);
    // The keyboard is on a checkbox now, which takes Enter for itself.
    await quickInput(page).getByRole('button', { name: 'OK' }).click();
    const title = quickInput(page).locator('input[type="text"]');
    await quickInput(page).getByText('This is what it said before it was amended').waitFor();
    assert.equal(await title.inputValue(), lost);
    await title.press('Enter');
    await page.locator('.monaco-dialog-box', { hasText: 'Mend 1 message?' }).waitFor();
    await inDialog('Mend');
    await messageIs(`${lost}\n\nWhy it is so.\n\nInitiative: SHOP-7\n\n`);
  });

  it('keeps its signature unless a person lets it go', async () => {
    await commit('-m', 'Sign the retry');
    const signature = 'gpgsig -----BEGIN SSH SIGNATURE-----\n U1NIU0lH\n -----END SSH SIGNATURE-----';
    const raw = inFolder('cat-file', 'commit', 'HEAD').replace('\n\n', `\n${signature}\n\n`);
    await writeFile(join(workbench.folder, '.git', 'signed'), raw);
    const signed = inFolder('hash-object', '-t', 'commit', '-w', '.git/signed').trim();
    inFolder('update-ref', 'HEAD', signed);
    await runCommand(page, 'Git: Refresh');
    await frame.getByText(`${signed.slice(0, 7)} “Sign the retry” is not tagged`).waitFor();
    const ask = async (answer: string): Promise<void> => {
      await frame.getByRole('button', { name: 'Tag It' }).click();
      await page.locator('.monaco-dialog-box', { hasText: 'are signed' }).waitFor();
      await inDialog(answer);
      await page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
    };
    await ask('Cancel');
    assert.equal(inFolder('rev-parse', 'HEAD').trim(), signed);
    await ask('Reword Without Signatures');
    await messageIs('Sign the retry\n\nInitiative: SHOP-7\n\n');
    assert.doesNotMatch(inFolder('cat-file', 'commit', 'HEAD'), /gpgsig/);
  });

  it('gets a note where a tag has published it', async () => {
    await commit('-m', 'Release the retry');
    const line = frame.getByText('“Release the retry” is not tagged');
    await line.waitFor();
    inFolder('tag', 'v-retry');
    try {
      await runCommand(page, 'Goal Lens: Tag the Commit Just Made');
      await line.waitFor({ state: 'detached' });
      assert.equal(inFolder('notes', '--ref=goals', 'show', 'HEAD'), 'Initiative: SHOP-7\n');
      assert.equal(message(), 'Release the retry\n\n');
    } finally {
      inFolder('tag', '--delete', 'v-retry');
    }
  });

  it('is chosen beforehand nowhere on the default branch, and the list says why', async () => {
    const branch = inFolder('branch', '--show-current').trim();
    inFolder('checkout', '--quiet', 'main');
    try {
      await commit('-m', 'Straight on main');
      await runCommand(page, 'Goal Lens: Tag Existing Commits…');
      await quickInput(page).locator('.monaco-list-row', { hasText: 'Straight on main' }).waitFor();
      const hint = await quickInput(page).locator('input[type="text"]').first().getAttribute('placeholder');
      assert.match(hint ?? '', /default branch, so nothing is chosen yet/);
      assert.equal(await quickInput(page).locator('.monaco-checkbox.checked').count(), 0);
      assert.ok((await quickInput(page).locator('.monaco-list-row .monaco-checkbox').count()) > 0);
      await page.keyboard.press('Escape');
    } finally {
      inFolder('reset', '--quiet', '--hard', 'HEAD~1');
      inFolder('checkout', '--quiet', branch);
    }
  });
});
