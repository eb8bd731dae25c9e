// @ts-check
import { join } from 'node:path';
import { startShopWorkbench } from '../shopWorkbench.mjs';
import { runCommand, screenshot, setTheme } from '../vscode/workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../shopWorkbench.mjs').ShopWorkbench} ShopWorkbench */
/** @typedef {(page: Page, name: string) => Promise<void>} Picture Takes a picture of a window under a name. */
/** @typedef {Parameters<typeof startShopWorkbench>[0]} ShopOptions */

/** The themes of pictures; the last is the one that the rest of the tour has. */
const pictureThemes = /** @type {const} */ (['light', 'hcDark', 'hcLight', 'dark']);

/** The class that a page's body has in a theme. */
const bodyClasses = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  hcDark: 'vscode-high-contrast',
  hcLight: 'vscode-high-contrast-light',
};

/**
 * Takes pictures on a fresh copy of the sample shop. Where that fails, `failed.png` shows what was on screen, which says
 * more than the message.
 * @param {string} dir Where the pictures go.
 * @param {(shop: ShopWorkbench, picture: Picture) => Promise<void>} run
 * @param {ShopOptions} [options]
 */
export async function withShop(dir, run, options) {
  const shop = await startShopWorkbench(options);
  try {
    await run(shop, async (page, name) => {
      await screenshot(page, join(dir, `${name}.png`));
      console.log(`${name}.png`);
    });
  } catch (error) {
    for (const page of shop.pages()) await screenshot(page, join(dir, 'failed.png'));
    throw error;
  } finally {
    await shop.close();
  }
}

/**
 * Takes a picture in each theme.
 * @param {Page} page
 * @param {Picture} picture
 * @param {string} name
 */
export async function inEachTheme(page, picture, name) {
  for (const theme of pictureThemes) {
    await inTheme(page, theme);
    await picture(page, `${name}-${theme}`);
  }
}

/**
 * Does something in each theme, for what closes when the theme changes.
 * @param {Page} page
 * @param {(theme: string) => Promise<void>} run
 */
export async function forEachTheme(page, run) {
  for (const theme of pictureThemes) {
    await inTheme(page, theme);
    await run(theme);
  }
}

/** Webviews follow just after the workbench. @param {Page} page @param {keyof typeof bodyClasses} theme */
async function inTheme(page, theme) {
  await setTheme(page, theme);
  await page.waitForFunction(
    (name) =>
      [...document.querySelectorAll('iframe.webview.ready')]
        .filter((frame) => frame.checkVisibility({ visibilityProperty: true }))
        .every((frame) => {
          const outer = /** @type {HTMLIFrameElement} */ (frame).contentDocument;
          const inner = /** @type {HTMLIFrameElement | null} */ (outer?.querySelector('#active-frame'));
          return inner?.contentDocument?.body.classList.contains(name);
        }),
    bodyClasses[theme],
  );
  await clearToasts(page);
}

/** Takes notifications off the window. @param {Page} page */
export async function clearToasts(page) {
  await runCommand(page, 'Notifications: Clear All Notifications');
}
