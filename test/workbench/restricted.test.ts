import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  showPanelView,
  startShopWorkbench,
  statusItem,
  type ShopWorkbench,
} from '../../scripts/shopWorkbench.mjs';
import { grantTrust } from '../../scripts/vscode/workbench.mjs';
import { GoalServer, goals } from '../unit/trackers/kinds/rest/goalServer';
import { panel, vsix } from './support/shop';

describe('a folder that is not trusted', () => {
  let workbench: ShopWorkbench;
  let page: Page;
  let server: GoalServer;

  before(async () => {
    server = await new GoalServer({ goals: goals(3) }, '').start();
    workbench = await startShopWorkbench({ vsix: (await vsix()).path, workspaceTrust: true });
    await mkdir(join(workbench.folder, '.vscode'), { recursive: true });
    await writeFile(
      join(workbench.folder, '.vscode/settings.json'),
      JSON.stringify({
        'goalLens.trackers': [{ kind: 'rest', url: server.url, name: 'Planted goals', signIn: 'none' }],
      }),
    );
    page = await workbench.open();
  });
  after(async () => {
    await workbench.close();
    await server.stop();
  });

  it('shows goals without a branch, says why, and shows the branch once it is trusted', async () => {
    await showPanelView(page);
    const shown = await panel(page);
    await shown.getByRole('heading', { name: 'Restricted Mode' }).waitFor();
    assert.equal(await shown.getByText('Planted goals').count(), 0);
    await grantTrust(page);
    await (
      await panel(page)
    )
      .getByRole('heading', { name: 'Checkout that never loses a cart' })
      .first()
      .waitFor();
    await statusItem(page).waitFor();
  });

  it('names a tracker only once it is trusted, and even then nothing is sent before the person signs in', async () => {
    await (await panel(page)).getByRole('button', { name: 'Sign In…' }).first().waitFor();
    assert.equal(server.requests.length, 0);
  });
});
