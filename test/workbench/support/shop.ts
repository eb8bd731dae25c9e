import type { FrameLocator, Page } from 'playwright-core';
import { packageVsix } from '../../../scripts/packageVsix.mjs';
import { startShopWorkbench, type ShopWorkbench } from '../../../scripts/shopWorkbench.mjs';
import { screenshot, webviewFrame } from '../../../scripts/vscode/workbench.mjs';

let started: Promise<ShopWorkbench> | undefined;
let packaged: ReturnType<typeof packageVsix> | undefined;

/** The package that all workbench tests install; built once. */
export function vsix(): ReturnType<typeof packageVsix> {
  return (packaged ??= packageVsix());
}

/** The VS Code that all workbench tests share, with the extension installed from its package. */
export function shop(): Promise<ShopWorkbench> {
  return (started ??= vsix().then(({ path }) => startShopWorkbench({ vsix: path })));
}

/** The document of the panel that is on screen. */
export function panel(page: Page): Promise<FrameLocator> {
  return webviewFrame(page, 'Goals');
}

afterEach(async function () {
  if (this.currentTest?.state !== 'failed') return;
  const name = this.currentTest.fullTitle().replace(/[^\w]+/g, '-');
  const pages = (await started)?.pages() ?? [];
  for (const [index, page] of pages.entries()) await screenshot(page, `out/failures/${name}-${index}.png`);
});

after(async () => {
  await (await started)?.close();
});
