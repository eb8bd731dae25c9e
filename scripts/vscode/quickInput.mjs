// @ts-check
/** @typedef {import('playwright-core').Page} Page */

/**
 * Runs a command by its full title, such as 'View: Toggle Terminal', through the command palette.
 * @param {Page} page
 * @param {string} title
 */
export async function runCommand(page, title) {
  const item = quickItem(page, title);
  let input = await open(page, 'F1');
  // The palette lists what is known while one types; an extension that starts meanwhile needs another try.
  for (let attempt = 0; attempt < 30; attempt++) {
    if (!(await typed(input, '>', `>${title}`))) {
      // Something else took the focus, and the palette closed.
      input = await open(page, 'F1');
      continue;
    }
    // By keyboard, because the list is redrawn when similar commands arrive, which would swallow a click.
    if ((await appears(item, 500)) && (await focusItem(page, item))) return page.keyboard.press('Enter');
  }
  throw new Error(`The command palette knows no '${title}'; it shows: ${await quickInput(page).innerText()}`);
}

/**
 * Opens a file by its path within the workspace, through quick open.
 * @param {Page} page
 * @param {string} path
 */
export async function openFile(page, path) {
  const name = path.split('/').at(-1) ?? path;
  // Something else, such as a webview that has just loaded, may take the focus, and quick open closes.
  for (let attempt = 0; !(await typed(await open(page, 'Control+P'), path)); attempt++) {
    if (attempt === 10) throw new Error(`Quick open closes before ${path} is typed.`);
  }
  await pickQuickItem(page, name);
  await page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor .view-lines').first().waitFor();
}

/**
 * Waits for a quick pick that shows items, and returns the visible labels and descriptions, top down.
 * @param {Page} page
 */
export async function quickPickItems(page) {
  await rows(page).first().waitFor();
  return rows(page).evaluateAll((elements) =>
    elements.map((row) => ({
      label: row.querySelector('.label-name')?.textContent ?? '',
      description: row.querySelector('.label-description')?.textContent ?? '',
      detail: row.querySelector('.quick-input-list-label-meta')?.textContent ?? '',
    })),
  );
}

/**
 * Picks the item with exactly this label in the open quick pick.
 * @param {Page} page
 * @param {string} label
 */
export async function pickQuickItem(page, label) {
  await choose(page, quickItem(page, label));
}

/**
 * Picks the first row of the open quick pick that shows a text, after a search if one is given.
 * @param {Page} page
 * @param {string} text
 * @param {string} [search]
 */
export async function pickQuickRow(page, text, search) {
  const row = rows(page).filter({ hasText: text }).first();
  if (search !== undefined) await quickInput(page).locator('input').first().fill(search);
  await choose(page, row);
}

/**
 * Answers the open input box, or narrows the open quick pick to its first match, and confirms.
 * @param {Page} page
 * @param {string} text
 */
export async function enterText(page, text) {
  const input = quickInput(page).locator('input[type="text"]');
  await input.fill(text);
  await input.press('Enter');
}

/**
 * The widget that shows quick picks and input boxes.
 * @param {Page} page
 */
export function quickInput(page) {
  return page.locator('.quick-input-widget:visible');
}

/** @param {Page} page @param {string} key */
async function open(page, key) {
  const input = quickInput(page).locator('.quick-input-filter input');
  // A key press is lost while a webview takes the focus, so it is repeated until it has an effect.
  for (let attempt = 0; attempt < 20; attempt++) {
    await page.keyboard.press(key);
    if (await appears(input, 2000)) return input;
  }
  throw new Error(`${key} opens no quick input.`);
}

/** @param {Page} page @param {string} label */
function quickItem(page, label) {
  const name = page.locator('.label-name', { hasText: exactly(label) });
  return rows(page).filter({ has: name }).first();
}

/**
 * Chooses a row by keyboard: a list that is redrawn, as during typing, swallows clicks.
 * @param {Page} page
 * @param {import('playwright-core').Locator} row
 */
async function choose(page, row) {
  await row.waitFor();
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await focusItem(page, row)) return page.keyboard.press('Enter');
  }
  throw new Error(`The list never gets to the row; it shows: ${await quickInput(page).innerText()}`);
}

/**
 * Moves the focus of the list to an item; false if it does not get there.
 * @param {Page} page
 * @param {import('playwright-core').Locator} item
 */
async function focusItem(page, item) {
  for (let step = 0; step < 10; step++) {
    const classes = await item.getAttribute('class', { timeout: 1000 }).catch(() => null);
    if (classes?.split(' ').includes('focused')) return true;
    await page.keyboard.press('ArrowDown');
  }
  return false;
}

/**
 * Types the texts one after the other; false if the field is gone.
 * @param {import('playwright-core').Locator} input
 * @param {string[]} texts
 */
async function typed(input, ...texts) {
  try {
    for (const text of texts) await input.fill(text, { timeout: 3000 });
    return true;
  } catch {
    return false;
  }
}

/** @param {import('playwright-core').Locator} locator @param {number} timeout */
function appears(locator, timeout) {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}

/** @param {Page} page */
function rows(page) {
  return quickInput(page).locator('.quick-input-list .monaco-list-row');
}

/** VS Code splits labels where the typed text matches, and pads them with no-break spaces. @param {string} text */
function exactly(text) {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
