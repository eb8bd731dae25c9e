// @ts-check
/** @typedef {import('playwright-core').Page} Page */

/**
 * Finds the document of a visible webview by the title of its view or panel; the locator survives reloads. VS Code
 * nests two frames: `iframe.webview` holds its own script, and inside it `#active-frame` holds our document.
 * @param {Page} page
 * @param {string} title
 * @returns {Promise<import('playwright-core').FrameLocator>}
 */
export async function webviewFrame(page, title) {
  const outer = page.locator('iframe.webview.ready');
  const inner = `#active-frame[title=${JSON.stringify(title)}]`;
  const found = await page.waitForFunction(
    ([selector = '']) =>
      [...document.querySelectorAll('iframe.webview.ready')]
        .find(
          (frame) =>
            frame.checkVisibility({ visibilityProperty: true }) &&
            /** @type {HTMLIFrameElement} */ (frame).contentDocument?.querySelector(selector),
        )
        ?.getAttribute('name'),
    [inner],
  );
  const name = /** @type {string} */ (await found.jsonValue());
  const frame = page.frameLocator(`iframe.webview[name="${name}"]`).frameLocator(inner);
  await outer.and(page.locator(`[name="${name}"]`)).waitFor();
  await frame.locator('body').waitFor();
  return frame;
}
