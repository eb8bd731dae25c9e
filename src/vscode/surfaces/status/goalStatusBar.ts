import { l10n, StatusBarAlignment, ThemeColor, window, type Disposable } from 'vscode';
import type { GoalStore } from '../../../core/catalog/goalStore';
import type { ShownCommit } from '../../../core/commitBox/nextCommit';
import { Disposables } from '../../../core/disposables';
import type { GoalDrift } from '../../../core/drift/seenBranch';
import type { LineTrail } from '../../../presentation/lineTrail';
import { nextCommitText } from '../../../presentation/nextCommitText';
import { statusItemText } from '../../../presentation/statusItemText';
import type { TextOptions } from '../../../presentation/textOptions';
import type { GoalContext } from '../../context/goalContext';
import { commands } from '../../ids';
import type { Settings } from '../../settings';
import type { GitRepository } from '../../sources/git/gitExtension';
import { statusTooltip } from './statusTooltip';

/** How often the age of an offline tracker's goals is redrawn, in milliseconds. */
const ageEvery = 60_000;

/** The one status item: priority and title of the branch's item, otherwise of the file's goal. */
export class GoalStatusBar implements Disposable {
  private readonly owned = new Disposables();
  private readonly item = this.owned.add(
    window.createStatusBarItem('goalLens.goal', StatusBarAlignment.Left, 50),
  );
  /** What is on screen, as one text. */
  private shown: string | undefined;
  private aging: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly context: GoalContext,
    private readonly store: GoalStore,
    private readonly settings: Settings,
    private readonly options: () => TextOptions,
    private readonly nextOf: (repository: GitRepository) => ShownCommit,
    private readonly drift: () => readonly GoalDrift[],
    private readonly trail: () => LineTrail | undefined,
  ) {
    this.item.name = l10n.t('Goal');
    this.owned.add(context.onDidChange(() => this.update()));
    this.owned.add({ dispose: () => clearTimeout(this.aging) });
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** Redraws the item. */
  update(): void {
    clearTimeout(this.aging);
    const { current } = this.context;
    const { catalog } = this.store;
    const options = this.options();
    const drawn = this.settings.isStatusBarShown
      ? statusItemText({ ...current, catalog, drift: this.drift() }, options)
      : undefined;
    if (!drawn) {
      this.shown = undefined;
      this.item.hide();
      return;
    }
    const { kind, text, label, shown, isOver } = drawn;
    const { branch } = current;
    const tooltip = shown
      ? statusTooltip(shown, catalog, options, {
          drift: this.drift(),
          trail: this.trail(),
          nextCommit: branch && nextCommitText(this.nextOf(branch.repository)),
        })
      : kind === 'noGoal'
        ? l10n.t('No known goal is linked to this branch. Select to link it to one.')
        : undefined;
    // VS Code reads a tooltip's Markdown in the host whenever it is set, even to the same value.
    // Its own fields are hidden from JSON.
    const tooltipText = typeof tooltip === 'object' ? tooltip.value : tooltip;
    const isShown = JSON.stringify([kind, text, label, isOver, tooltipText]);
    if (isShown !== this.shown) {
      this.shown = isShown;
      this.item.text = text;
      this.item.accessibilityInformation = { label, role: 'button' };
      this.item.command = kind === 'noGoal' ? commands.linkBranch : commands.checkPriorities;
      this.item.backgroundColor =
        isOver === true ? new ThemeColor('statusBarItem.warningBackground') : undefined;
      this.item.tooltip = tooltip;
      this.item.show();
    }
    if (catalog.trackers.some(({ fault }) => fault?.kind === 'offline')) {
      this.aging = setTimeout(() => this.update(), ageEvery);
    }
  }
}
