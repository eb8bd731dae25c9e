import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { statusItem, type ShopWorkbench } from '../../scripts/shopWorkbench.mjs';
import { enterText, openFile, runCommand } from '../../scripts/vscode/workbench.mjs';
import { until } from '../support/until';
import { panel, shop } from './support/shop';

const surfaces = [
  ...[
    'hover.references',
    'hover.lines',
    'documentLinks.enabled',
    'terminalLinks.enabled',
    'codeLens.enabled',
  ],
  ...['explorer.urgentFiles', 'languageStatus.enabled', 'statusBar.line', 'drift.enabled'],
];
const goal = 'Checkout that never loses a cart';

describe('goals where the eye goes, in the workbench', () => {
  let workbench: ShopWorkbench;
  let page: Page;
  let settings: string;

  before(async () => {
    workbench = await shop();
    settings = join(workbench.folder, '.vscode/settings.json');
    page = await workbench.open();
    await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
  });
  afterEach(() => rm(settings, { force: true }));
  after(() => page.context().close());

  const switchAll = async (value: boolean): Promise<void> => {
    await mkdir(join(workbench.folder, '.vscode'), { recursive: true });
    const all = Object.fromEntries(surfaces.map((each) => [`goalLens.${each}`, value]));
    await writeFile(settings, JSON.stringify(all));
  };
  const goTo = async (place: string): Promise<void> => {
    await runCommand(page, 'Go to Line/Column...');
    await enterText(page, place);
  };
  const hover = (): Locator => page.locator('.monaco-hover:visible');
  const lens = (): Locator => page.locator('.codelens-decoration', { hasText: goal });
  const badge = (): Locator => page.locator('.explorer-folders-view [aria-label*="Serves P1"]');
  const languageStatus = async (): Promise<Locator> => {
    await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
    return page.locator('.hover-language-status', { hasText: goal });
  };

  it('leads by keyboard from a line over its commit to the goal, which opens in the panel', async () => {
    await openFile(page, 'src/payments/errors.ts');
    await goTo(':32:1');
    await runCommand(page, 'Show or Focus Hover');
    await hover()
      .filter({ hasText: /Line \d+ → [0-9a-f]{7}/ })
      .waitFor();
    assert.match(await hover().innerText(), /SHOP-142 → SHOP-120 → SHOP-7/);
    await hover()
      .getByRole('link', { name: 'Read goal' })
      .or(hover().locator('a', { hasText: 'Read goal' }))
      .first()
      .click();
    await (await panel(page)).getByRole('heading', { name: 'Retry a payment' }).first().waitFor();
    await runCommand(page, 'View: Show Explorer');
  });

  it('has a line above the text, a badge in the Explorer and a language status, once they are on', async () => {
    await switchAll(true);
    await openFile(page, 'src/payments/gateway.ts');
    await lens().waitFor();
    await badge().first().waitFor();
    await (await languageStatus()).waitFor();
    await lens().locator('a', { hasText: goal }).first().click();
    await (await panel(page)).getByRole('heading', { name: goal, level: 2 }).waitFor();
    await runCommand(page, 'View: Show Explorer');
  });

  it('leaves nothing but the status item and the view container with everything off', async () => {
    await switchAll(true);
    await openFile(page, 'src/payments/gateway.ts');
    await lens().waitFor();
    await badge().first().waitFor();
    await switchAll(false);
    await until(
      'line and badge are gone',
      async () => (await lens().count()) + (await badge().count()) === 0,
    );
    await goTo(':1:1');
    assert.equal(await (await languageStatus()).count(), 0);
    const ours = page.locator('.part.statusbar .statusbar-item[id*="goal-lens"]');
    assert.deepEqual(await ours.evaluateAll((all) => all.map(({ id }) => id)), [
      'goal-lens.goal-lens.goalLens.goal',
    ]);
    await page.locator('.activitybar .action-item a[aria-label="Goal Lens"]').waitFor();
  });
});
