// @ts-check
import { commands, extensions } from 'vscode';
import { EmptyPanel } from './support/emptyPanel.mjs';
import { benchInput, gitIsReady, writeResult } from './support/environment.mjs';
import { GoalPanel } from './support/goalPanel.mjs';
import { switchTo } from './support/switchTo.mjs';
import { timed } from './support/timed.mjs';
import { until } from './support/until.mjs';

/** @typedef {import('../../../src/extension').GoalLensApi} GoalLensApi */
/** @typedef {{ first: number[], known: number[], complete: number[] }} Switches */
/** @typedef {{ whole: number[], context: number[], panel: number[], state: number[] }} OwnTimes */
/** @typedef {{ ours: Switches, empty: Switches, own: OwnTimes }} PanelFigures */

/** How often the files of a block are revisited. */
const revisits = 2;

/** Called by VS Code inside the extension host: switches editors beside our panel and an empty one, by turns. */
export async function run() {
  const { blocks } = /** @type {{ blocks: string[][] }} */ (benchInput());
  await gitIsReady();
  /** @type {import('vscode').Extension<GoalLensApi> | undefined} */
  const extension = extensions.getExtension('goal-lens.goal-lens');
  if (!extension || extension.isActive) throw new Error('The extension is not there, or not idle.');
  // Listens before our extension does, because its handling of the event counts.
  const switching = switchTo();
  const { parts, ready } = await (await extension.activate()).running;
  await ready;
  await until('the context is ready', () => parts.context.current.isReady);
  const recorder = await timed(parts);

  const ours = { panel: new GoalPanel(parts), figures: noSwitches() };
  const empty = { panel: new EmptyPanel(), figures: noSwitches() };
  for (const [index, files] of blocks.entries()) {
    // The first block of each is a warm-up.
    const isWarmUp = index < 2;
    const { panel, figures } = index % 2 === 0 ? ours : empty;
    // The editor beside which the panel opens is not part of the figures.
    await switching.open('README.md');
    await panel.open();
    recorder.isOn = panel === ours.panel && !isWarmUp;
    for (let visit = 0; visit <= revisits; visit++) {
      for (const file of files) {
        const { painted, complete } = await switching.measure(file, (uri) => panel.shows(uri));
        if (isWarmUp) continue;
        figures[visit === 0 ? 'first' : 'known'].push(painted);
        if (visit === 0 && complete !== undefined) figures.complete.push(complete);
      }
    }
    recorder.isOn = false;
    await commands.executeCommand('workbench.action.closeAllEditors');
  }
  switching.dispose();
  await writeResult({ ours: ours.figures, empty: empty.figures, own: recorder.times });
}

/** @returns {Switches} */
function noSwitches() {
  return { first: [], known: [], complete: [] };
}
