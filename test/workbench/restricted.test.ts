import type { Page } from 'playwright-core';
import {
  showPanelView,
  startShopWorkbench,
  statusItem,
  type ShopWorkbench,
} from '../../scripts/shopWorkbench.mjs';
import { grantTrust } from '../../scripts/vscode/workbench.mjs';
import { panel, vsix } from './support/shop';

describe('a folder that is not trusted', () => {
  let workbench: ShopWorkbench;
  let page: Page;

  before(async () => {
    workbench = await startShopWorkbench({ vsix: (await vsix()).path, workspaceTrust: true });
    page = await workbench.open();
  });
  after(() => workbench.close());

  it('shows goals without a branch, says why, and shows the branch once it is trusted', async () => {
    await showPanelView(page);
    await (await panel(page)).getByText('Restricted Mode').waitFor();
    await grantTrust(page);
    await (
      await panel(page)
    )
      .getByRole('heading', { name: 'Checkout that never loses a cart' })
      .first()
      .waitFor();
    await statusItem(page).waitFor();
  });
});
