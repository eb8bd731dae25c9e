// @ts-check
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pickQuickItem, quickInput, runCommand } from './quickInput.mjs';
import { themes } from './settings.mjs';

export {
  enterText,
  openFile,
  pickQuickItem,
  pickQuickRow,
  quickInput,
  quickPickItems,
  runCommand,
} from './quickInput.mjs';
export { webviewFrame } from './webview.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Opens a workbench in a browser context of its own and waits until it is ready.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {{ viewport?: { width: number, height: number }, language?: string,
 *   onLog?: (line: string, type: string) => void }} [options]
 *   In another language VS Code's own texts stay English, as no language pack is there; those of extensions do not.
 * @returns {Promise<Page>}
 */
export async function openWorkbench(browser, url, options = {}) {
  const { viewport = { width: 1280, height: 800 }, language, onLog } = options;
  const context = await browser.newContext({
    viewport,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // Long enough for a running workbench, and short enough that a failure is reported soon.
  context.setDefaultTimeout(45_000);
  const page = await context.newPage();
  // What a language pack would say; VS Code gives it to the extensions.
  if (language !== undefined)
    await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)}`);
  if (onLog) page.on('console', (message) => onLog(message.text(), message.type()));
  await page.goto(url);
  await workbenchReady(page);
  return page;
}

/**
 * Waits until VS Code has restored the workbench and knows its extensions; call it again after a reload.
 * @param {Page} page
 */
export async function workbenchReady(page) {
  const milestones = ['code/LifecyclePhase/Restored', 'code/didLoadExtensions'];
  await page.waitForFunction(
    (names) => names.every((name) => performance.getEntriesByName(name).length > 0),
    milestones,
  );
  await page.locator('.part.statusbar .statusbar-item').first().waitFor();
}

/**
 * Reloads the window once VS Code has saved the editors that must be there afterwards.
 * @param {Page} page
 * @param {string} editor A part of what is written of the editor that is to come back, for example its type.
 */
export function reloadWithEditor(page, editor) {
  return reloadOnceSaved(page, 'memento/workbench.parts.editor', editor);
}

/**
 * Reloads the window once VS Code has saved what must be there afterwards. In a browser it saves every few seconds when
 * idle, and not reliably while the page is being left.
 * @param {Page} page
 * @param {string} key What VS Code saves it under.
 * @param {string} part A part of what is to be written there.
 */
export async function reloadOnceSaved(page, key, part) {
  // A loop of ours, since `waitForFunction` takes the promise of an asynchronous check for a yes.
  const deadline = Date.now() + 45_000;
  while (!(await savedAs(page, key)).includes(part)) {
    if (Date.now() > deadline) throw new Error(`VS Code did not save ${part} as ${key} within 45 s.`);
    await delay(100);
  }
  await page.reload();
  await workbenchReady(page);
}

/**
 * Reads what VS Code has saved of this window.
 * @param {Page} page
 * @param {string} key
 * @returns {Promise<string>}
 */
function savedAs(page, key) {
  return page.evaluate(async (key) => {
    let saved = '';
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('vscode-web-state-db-')) continue;
      saved += await new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const items = opening.result.transaction('ItemTable').objectStore('ItemTable');
          const reading = items.get(key);
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => resolve(String(reading.result));
          opening.result.close();
        };
      });
    }
    return saved;
  }, key);
}

/**
 * Changes the color theme and waits until the workbench shows it.
 * @param {Page} page
 * @param {keyof typeof themes} name
 */
export async function setTheme(page, name) {
  const theme = themes[name];
  await runCommand(page, 'Preferences: Color Theme');
  const input = quickInput(page).locator('.quick-input-filter input');
  await input.fill(theme.label);
  await pickQuickItem(page, theme.label);
  await quickInput(page).waitFor({ state: 'hidden' });
  await page.locator(`.monaco-workbench.${theme.className}`).waitFor();
}

/**
 * Trusts the folder of a workbench in Restricted Mode, through the Workspace Trust editor.
 * @param {Page} page
 */
export async function grantTrust(page) {
  await runCommand(page, 'Workspaces: Manage Workspace Trust');
  const editor = page.locator('.workspace-trust-editor');
  await editor.getByRole('button', { name: 'Trust', exact: true }).click();
  await editor.locator('.workspace-trust-header', { hasText: 'You trust this' }).waitFor();
}

/**
 * Takes a screenshot of the workbench.
 * @param {Page} page
 * @param {string} file
 */
export async function screenshot(page, file) {
  await mkdir(dirname(file), { recursive: true });
  await page.screenshot({ path: file, animations: 'disabled' });
}
