// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { commands, ConfigurationTarget, extensions, Selection, window, workspace } from 'vscode';
import { benchInput, fileUri, gitIsReady, writeResult } from './support/environment.mjs';
import { profiled } from './support/profile.mjs';
import { restingHost } from './support/rest.mjs';
import { until } from './support/until.mjs';

/** @typedef {import('../../../src/extension').GoalLensApi} GoalLensApi */
/**
 * @typedef {object} Typing Milliseconds that the host's main thread was at work.
 * @property {number[]} ours In our code and what it calls, from each character to the next.
 * @property {number} all In the whole host, for a character on average.
 */
/** @typedef {{ place: string, isOn: boolean } & Typing} TypingFigures */

const characters = 500;

/** Some words and a reference that is known; lists of goals are asked for none of it. */
const text = '// SHOP-142: a comment that somebody writes, word by word.\n';

/** Between two characters, in milliseconds: fast, and slow enough for what VS Code asks after each. */
const pause = 15;

/** What VS Code asks for once a person pauses: links, lenses, diagnostics. */
const afterwards = 3000;

/** Called by VS Code inside the extension host: types into a file and into the commit box. */
export async function run() {
  const { file } = /** @type {{ file: string }} */ (benchInput());
  await gitIsReady();
  /** @type {import('vscode').Extension<GoalLensApi> | undefined} */
  const extension = extensions.getExtension('goal-lens.goal-lens');
  if (!extension) throw new Error('The extension is not there.');
  const { parts, ready } = await (await extension.activate()).running;
  await ready;
  await until('the context is ready', () => parts.context.current.isReady);
  /** @type {Record<string, { type: string }>} */
  const settings = extension.packageJSON.contributes.configuration.properties;
  const switches = Object.keys(settings).filter((name) => settings[name]?.type === 'boolean');
  if (switches.length === 0) throw new Error('There is nothing to switch on.');
  // In a browser, VS Code saves while one types, and its own git looks at what changed.
  await workspace.getConfiguration().update('files.autoSave', 'off', ConfigurationTarget.Global);
  await commands.executeCommand('goalLens.panel.focus');

  /** @type {TypingFigures[]} */
  const figures = [];
  for (const isOn of [true, false]) {
    for (const name of switches) {
      await workspace.getConfiguration().update(name, isOn, ConfigurationTarget.Global);
    }
    const editor = await window.showTextDocument(fileUri(file));
    editor.selection = new Selection(0, 0, 0, 0);
    await until('its goals are there', () => parts.context.current.file?.isReading === false);
    figures.push({ place: 'a file', isOn, ...(await typed(extension.extensionPath)) });
    await commands.executeCommand('workbench.action.files.revert');

    const [repository] = parts.repositories.all;
    if (!repository) throw new Error('There is no repository.');
    await commands.executeCommand('goalLens.tagCommit', { rootUri: repository.rootUri });
    figures.push({ place: 'the commit box', isOn, ...(await typed(extension.extensionPath)) });
    const { value } = repository.inputBox;
    if (!value.includes('somebody writes')) throw new Error(`The commit box has ${JSON.stringify(value)}.`);
    repository.inputBox.value = '';
  }
  await writeResult({ figures });
}

/**
 * Types where the focus is.
 * @param {string} folder
 * @returns {Promise<Typing>}
 */
async function typed(folder) {
  // What the file or the switches have made us read is none of the typing's.
  await restingHost();
  /** @type {number[]} */
  const starts = [];
  const slices = await profiled(folder, async () => {
    for (let index = 0; index < characters; index++) {
      starts.push(Number(process.hrtime.bigint()) / 1e6);
      await commands.executeCommand('type', { text: text[index % text.length] });
      await delay(pause);
    }
    await delay(afterwards);
  });
  const ours = starts.map(() => 0);
  let all = 0;
  let index = 0;
  for (const { at, ms, isOurs } of slices) {
    while (at >= (starts[index + 1] ?? Infinity)) index++;
    all += ms;
    if (isOurs) ours[index] = (ours[index] ?? 0) + ms;
  }
  return { ours, all: all / characters };
}
