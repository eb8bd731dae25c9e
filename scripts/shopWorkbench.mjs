// @ts-check
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './install.mjs';
import { makeSample } from './sample/makeSample.mjs';
import { launchBrowser } from './vscode/browser.mjs';
import { installVsix, linkExtension } from './vscode/extensions.mjs';
import { writeKeybindings } from './vscode/settings.mjs';
import { startServer } from './vscode/server.mjs';
import { openWorkbench } from './vscode/workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * @typedef {object} ShopWorkbench A VS Code with the extension and a browser that looks at it.
 * @property {string} folder The sample shop.
 * @property {(options?: OpenOptions) => Promise<Page>} open A new window; close it with `page.context().close()`.
 * @property {() => Page[]} pages The windows that are open.
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} OpenOptions
 * @property {string} [folder] Opened instead of the shop.
 * @property {{ width: number, height: number }} [viewport]
 * @property {string} [language] The display language; English without it.
 */

/**
 * Starts a VS Code in which the extension is installed as a person has it, on a fresh copy of the sample shop.
 * @param {{ vsix?: string, workspaceTrust?: boolean, userSettings?: object, keybindings?:
 * readonly object[] }} [options]
 *   Without a package the checkout is linked.
 * @returns {Promise<ShopWorkbench>}
 */
export async function startShopWorkbench({
  vsix,
  workspaceTrust = false,
  userSettings = {},
  keybindings = [],
} = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'goal-lens-workbench-'));
  const dataDir = join(dir, 'data');
  const folder = join(dir, 'corner-shop');
  await mkdir(folder);
  await makeSample(folder);
  if (vsix) await installVsix(vsix, { dataDir });
  else await linkExtension(projectRoot, { dataDir });
  if (keybindings.length > 0) await writeKeybindings(dataDir, keybindings);
  const server = await startServer({ dataDir, workspaceTrust, userSettings });
  const browser = await launchBrowser();
  return {
    folder,
    open: ({ folder: opened = folder, ...options } = {}) =>
      openWorkbench(browser, server.url({ folder: opened }), options),
    pages: () => browser.contexts().flatMap((context) => context.pages()),
    close: async () => {
      await browser.close();
      await server.stop();
      await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * The extension's status bar item.
 * @param {Page} page
 */
export function statusItem(page) {
  return page.locator('.statusbar-item[id="goal-lens.goal-lens.goalLens.goal"]');
}

/**
 * Shows the panel's view unless it is visible already (its icon would then hide it).
 * @param {Page} page
 */
export async function showPanelView(page) {
  const icon = page.locator('.activitybar .action-item', { has: page.locator('a[aria-label="Goal Lens"]') });
  const classes = await icon.getAttribute('class');
  if (!classes?.split(' ').includes('checked')) await icon.click();
}
