import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { views } from '../../src/vscode/ids';
import { showPanelView, statusItem, type ShopWorkbench } from '../../scripts/shopWorkbench.mjs';
import { openFile, reloadWithEditor, runCommand } from '../../scripts/vscode/workbench.mjs';
import { git } from '../host/support/git';
import { panel, shop } from './support/shop';

describe('the panel in the workbench', () => {
  let workbench: ShopWorkbench;
  let page: Page;
  const violations: string[] = [];
  const branch = 'feature/SHOP-142-retry-payments';

  before(async () => {
    workbench = await shop();
    page = await workbench.open();
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) violations.push(message.text());
    });
    await statusItem(page).waitFor();
  });
  after(() => page.context().close());

  it('says in the status bar which goal the branch serves', async () => {
    assert.match((await statusItem(page).innerText()).trim(), /^P1 Retry a payment that fails for a…$/);
  });

  it('shows the branch’s item first, then why it matters, to whom, and how it knows', async () => {
    await showPanelView(page);
    const frame = await panel(page);
    await frame.getByRole('heading', { name: 'Checkout that never loses a cart' }).first().waitFor();
    const text = await frame.locator('body').innerText();
    for (const expected of [
      'SHOP-142',
      'SHOP-7',
      '38',
      'customers',
      'At risk',
      'Priya Nair',
      'PAY-3',
      'OBJ-1',
    ]) {
      assert.ok(text.includes(expected), `${expected} is not in:\n${text}`);
    }
    assert.deepEqual(await frame.locator('.trailStep').allTextContents(), [
      'Branch name',
      'SHOP-142',
      'SHOP-120',
      'SHOP-7',
    ]);
    assert.ok(text.indexOf('SHOP-142') < text.indexOf('Checkout that never loses a cart'), text);
    const place = (selector: string): Promise<{ y: number; height: number } | null> =>
      frame.locator(selector).first().boundingBox();
    const [bar, impact] = await Promise.all([place('.where'), place('.impactLine')]);
    assert.ok(bar && impact && impact.y + impact.height - bar.y <= 300);
  });

  it('reads a goal of the chain, and goes back', async () => {
    const frame = await panel(page);
    await frame.getByRole('button', { name: 'Every order that starts can finish' }).click();
    await frame.getByRole('heading', { name: 'Every order that starts can finish', level: 2 }).waitFor();
    await frame.getByRole('button', { name: 'Back to SHOP-142' }).press('Escape');
    await frame.getByRole('article', { name: /Retry a payment/ }).waitFor();
  });

  it('shows the latest commits of the goal, and opens one', async () => {
    const frame = await panel(page);
    await frame.getByRole('heading', { name: 'Latest commits' }).waitFor();
    await frame.getByRole('button', { name: 'SHOP-142: tell passing failures from final ones' }).click();
    await page.getByRole('tab', { name: /\(\d+ files?\)/ }).waitFor();
    await runCommand(page, 'View: Close All Editors');
  });

  it('follows the editor', async () => {
    await openFile(page, 'src/catalog/images.ts');
    const frame = await panel(page);
    await frame.getByText('images.ts').first().waitFor();
    const bar = frame.getByRole('region', { name: 'This file' });
    await bar.getByText('SHOP-12', { exact: true }).waitFor();
    await openFile(page, 'src/money.ts');
    await bar.getByText('no goal', { exact: true }).waitFor();
    await bar.getByRole('button').first().click();
    await bar.getByText('ties this file to a goal').waitFor();
    await bar.getByRole('button').first().click();
  });

  it('takes "Not SHOP-142" and lets a person take it back', async () => {
    const frame = await panel(page);
    await frame.getByRole('button', { name: 'Not SHOP-142' }).first().click();
    await frame.getByRole('heading', { name: 'No goal linked' }).waitFor();
    await statusItem(page).filter({ hasText: 'No goal' }).waitFor();
    await frame.getByRole('button', { name: 'Link SHOP-142 Again' }).click();
    await frame.getByRole('heading', { name: 'Checkout that never loses a cart' }).first().waitFor();
  });

  it('is there again after it was hidden', async () => {
    await runCommand(page, 'View: Show Explorer');
    await showPanelView(page);
    const frame = await panel(page);
    await frame.getByRole('heading', { name: 'Checkout that never loses a cart' }).first().waitFor();
  });

  it('opens beside the editor, and comes back there after a reload', async () => {
    await openFile(page, 'src/payments/gateway.ts');
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await runCommand(page, 'Goal Lens: Open Goal Panel to the Side');
    await (await panel(page)).getByText('gateway.ts').first().waitFor();
    await reloadWithEditor(page, `mainThreadWebview-${views.panelToSide}`);
    await (
      await panel(page)
    )
      .getByRole('heading', { name: 'Checkout that never loses a cart' })
      .first()
      .waitFor();
    await runCommand(page, 'View: Close All Editor Groups');
    await runCommand(page, 'Goal Lens: Focus on Goals View');
  });

  it('is used by keyboard alone', async () => {
    await runCommand(page, 'Goal Lens: Focus on Goals View');
    const frame = await panel(page);
    await frame.getByRole('heading', { name: 'Checkout that never loses a cart' }).first().waitFor();
    const names: string[] = [];
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab');
      names.push(
        await frame
          .locator(':focus')
          .first()
          .innerText({ timeout: 2000 })
          .catch(() => ''),
      );
    }
    assert.ok(
      names.some((name) => name !== ''),
      'nothing in the panel takes the focus',
    );
  });

  it('shows tracker text as text, whatever is in it', async () => {
    const file = join(workbench.folder, '.goals/goals.yaml');
    const original = await readFile(file, 'utf8');
    const evil = `<img src=x onerror="parent.document.title='pwned'"><script>document.title='pwned'</script> [x](command:goalLens.showLog) $(flame)`;
    try {
      await writeFile(
        file,
        original.replace(
          /Checkout that never loses a cart|Retry a payment that fails for a passing reason/g,
          () => `'${evil.replaceAll("'", "''")}'`,
        ),
      );
      const frame = await panel(page);
      await frame.getByRole('heading', { name: '<img src=x' }).first().waitFor();
      assert.equal(await frame.locator('img').count(), 0);
      assert.doesNotMatch(await page.title(), /pwned/);
      const shown = await statusItem(page).innerText();
      assert.match(shown, /<img src=x/);
      assert.equal(await statusItem(page).locator('.codicon-flame').count(), 0);
    } finally {
      await writeFile(file, original);
    }
    await (
      await panel(page)
    )
      .getByRole('heading', { name: 'Checkout that never loses a cart' })
      .first()
      .waitFor();
  });

  it('shows a branch with shell characters in its name as it is', async () => {
    const name = 'fix/$(touch${IFS}pwned);`id`&SHOP-142';
    git(workbench.folder, 'checkout', '--quiet', '-b', name);
    try {
      await (await panel(page)).getByText(name).first().waitFor();
      await statusItem(page).waitFor();
      await assert.rejects(readFile(join(workbench.folder, 'pwned')));
    } finally {
      git(workbench.folder, 'checkout', '--quiet', branch);
      git(workbench.folder, 'branch', '--quiet', '-D', name);
    }
  });

  it('never broke its content security policy', () => {
    assert.deepEqual(violations, []);
  });
});
