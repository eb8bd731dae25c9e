// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { commands, ConfigurationTarget, extensions, Selection, window, workspace } from 'vscode';
import { benchInput, fileUri, gitIsReady, writeResult } from './support/environment.mjs';
import { ownTime } from './support/ownTime.mjs';
import { until } from './support/until.mjs';

/** @typedef {import('../../../src/extension').GoalLensApi} GoalLensApi */
/** @typedef {{ own: number[], busy: number[] }} TypingFigures Milliseconds a keystroke, of each block. */

const text = '// SHOP-142, as a person writes it: fast. #142\n';
/** A fast typist's pace, and a pause in which VS Code asks for links, lenses and the like, in milliseconds. */
const pace = 40;
const pause = 2000;

/** Called by VS Code inside the extension host: types with everything on, and takes the time of our code. */
export async function run() {
  const { blocks, keys, file, switches } =
    /** @type {{ blocks: number, keys: number, file: string, switches: string[] }} */ (
      /** @type {unknown} */ (benchInput())
    );
  await gitIsReady();
  /** @type {import('vscode').Extension<GoalLensApi> | undefined} */
  const extension = extensions.getExtension('goal-lens.goal-lens');
  if (!extension) throw new Error('The extension is not there.');
  const api = await extension.activate();
  await api.ready;
  const { context } = api.services;
  for (const each of switches)
    await workspace.getConfiguration('goalLens').update(each, true, ConfigurationTarget.Global);
  await commands.executeCommand('goalLens.panel.focus');
  const editor = await window.showTextDocument(fileUri(file));
  editor.selection = new Selection(0, 0, 0, 0);
  await until('the file is read', () => context.current.file?.isReading === false);
  await until('the line is read', () => api.editor.trail?.line === 1);

  /** @type {TypingFigures} */
  const figures = { own: [], busy: [] };
  for (let block = 0; block <= blocks; block++) {
    const { own, busy } = await ownTime(extension.extensionPath, async () => {
      for (let at = 0; at < keys; at++) {
        await commands.executeCommand('type', { text: text[at % text.length] });
        await delay(pace);
      }
      await delay(pause);
    });
    console.log(`Typed ${(block + 1) * keys} characters.`);
    // The first block is there to warm up.
    if (block === 0) continue;
    figures.own.push(own / keys);
    figures.busy.push(busy / keys);
  }
  await commands.executeCommand('workbench.action.files.revert');
  await writeResult(figures);
}
