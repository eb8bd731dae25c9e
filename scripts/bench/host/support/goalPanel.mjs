// @ts-check
import { commands } from 'vscode';
import { until } from './until.mjs';
import { withLimit } from './withLimit.mjs';

/** @typedef {import('vscode').Uri} Uri */

/** Our panel beside the editor. */
export class GoalPanel {
  /** @param {import('../../../../src/vscode/composition/commandHandlers').CommandSources} parts */
  constructor(parts) {
    this.parts = parts;
    /** @type {import('../../../../src/vscode/surfaces/panel/goalPanels').GoalPanels | undefined} */
    this.panels = undefined;
  }

  /** Opens it beside the editor and waits until it shows its first state. */
  async open() {
    const panels = (this.panels = await this.parts.panels.open());
    await commands.executeCommand('goalLens.openPanelToSide');
    const isLive = () => [...panels['controllers']].some((controller) => controller['isLive']);
    await until('the panel is there', isLive);
    panels.update();
    await withLimit(panels.painted(), 'the panel is painted');
  }

  /**
   * Waits until the panel has painted the file, and then everything about it.
   * @param {Uri} uri
   * @returns {import('./switchTo.mjs').Shown}
   */
  shows(uri) {
    const { context } = this.parts;
    const isShown = () => context.current.file?.uri.toString() === uri.toString();
    const isComplete = () => isShown() && context.current.file?.isReading === false;
    return { painted: this.painted(isShown), complete: this.painted(isComplete) };
  }

  /** @param {() => boolean} isSo */
  async painted(isSo) {
    const { context } = this.parts;
    if (!isSo()) {
      /** @type {Promise<void>} */
      const becomesSo = new Promise((resolve) => {
        const listener = context.onDidChange(() => {
          if (!isSo()) return;
          listener.dispose();
          resolve();
        });
      });
      await becomesSo;
    }
    await this.panels?.painted();
  }
}
