import { l10n, MarkdownString, StatusBarAlignment, ThemeColor, window, type Disposable } from 'vscode';
import { views } from '../../ids';
import { commands } from '../../ids';
import type { ShownCommit } from '../../../core/commitBox/nextCommit';
import type { Impact } from '../../../core/goal/goal';
import type { GoalStore } from '../../../core/catalog/goalStore';
import { goalView } from '../../../core/views/goalView';
import type { ServedGoal } from '../../../core/links/servedGoals';
import { Disposables } from '../../../core/disposables';
import type { GitRepository } from '../../sources/git/gitExtension';
import type { Settings } from '../../settings';
import { ellipsis, goalName, healthText, levelText, rankText } from '../../../presentation/goalText';
import { impactFacts, impactSummary } from '../../../presentation/impactText';
import { nextCommitText } from '../../../presentation/nextCommitText';
import { provenanceText } from '../../../presentation/provenanceText';
import { targetText } from '../../../presentation/targetText';
import { driftSentences, statusMark } from '../../../presentation/driftText';
import { lineTrailLine, lineTrailText, type LineTrail } from '../../../presentation/lineTrail';
import type { GoalDrift } from '../../../core/drift/seenBranch';
import type { TextOptions } from '../../../presentation/textOptions';
import type { GoalContext } from '../../context/goalContext';

/** A longer title is cut: the status bar belongs to everybody. */
const maxTitleLength = 40;

/** The one status item: priority and title of the goal that the branch serves, or else the file. */
export class GoalStatusBar implements Disposable {
  private readonly owned = new Disposables();
  private readonly item = this.owned.add(
    window.createStatusBarItem('goalLens.goal', StatusBarAlignment.Left, 50),
  );

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
    this.item.command = commands.checkPriorities;
    this.owned.add(context.onDidChange(() => this.update()));
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** Draws it as of now. */
  update(): void {
    const { branch, file, isReady } = this.context.current;
    const ofBranch = branch?.served.goals ?? [];
    const served = ofBranch[0] ?? file?.served.goals[0];
    if (!isReady || !served || !this.settings.isStatusBarShown) {
      this.item.hide();
      return;
    }
    const { catalog } = this.store;
    const { rank } = goalView(served.goal, catalog);
    const more = ofBranch.length > 1 ? ` +${ofBranch.length - 1}` : '';
    // The file's goal stands in where the branch has none, and says so by its icon.
    const usual = {
      icon: ofBranch.length > 0 ? 'target' : 'file-code',
      before: rank > 0 ? rankText(rank) : '',
      after: '',
      isOver: false,
    };
    const { icon, before, after, isOver } = {
      ...usual,
      ...statusMark(this.drift(), served, this.options()),
    };
    const priority = before === '' ? '' : `${before} `;
    const title = ellipsis(served.goal.title, maxTitleLength) + (after === '' ? '' : ` · ${after}`);
    const text = `$(${icon}) ${priority}${title}${more}`;
    // A title must not bring its own icons: only the first `$(` is ours.
    this.item.text = text.slice(0, 2) + text.slice(2).replaceAll('$(', '$ (');
    this.item.accessibilityInformation = {
      label: l10n.t('Goal: {0}{1}. Check priorities', priority, served.goal.title),
      role: 'button',
    };
    this.item.backgroundColor = isOver ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    this.item.tooltip = this.tooltip(served);
    this.item.show();
  }

  private tooltip(served: ServedGoal): MarkdownString {
    const { goal } = served;
    const { catalog } = this.store;
    const options = this.options();
    const { branch } = this.context.current;
    const view = goalView(goal, catalog);
    const priority = view.priority?.value;
    const impact = view.impact?.value;
    const target = targetText(goal, options);
    const text = new MarkdownString(undefined, true);
    // Everything that comes from a tracker goes through appendText, which escapes markdown and icons.
    const line = (icon: string, content: string | undefined): void => {
      if (!content) return;
      text.appendMarkdown(`\n\n$(${icon}) `);
      text.appendText(content);
    };
    text.appendMarkdown('**');
    text.appendText(goalName(goal, options));
    text.appendMarkdown('**');
    line(
      'flame',
      [
        priority &&
          `${rankText(priority.rank)} ${priority.label === rankText(priority.rank) ? '' : priority.label}`.trim(),
        levelText(goal.level),
        goal.status?.name,
        goal.health && healthText(goal.health),
      ]
        .filter(Boolean)
        .join(' · '),
    );
    line('organization', impact && impactLine(impact, options));
    line('calendar', target && `${target.date}, ${target.relative}`);
    line('person', goal.owner?.name);
    line('git-branch', provenanceText(served, catalog, options));
    for (const each of this.drift().flatMap((drift) => driftSentences(drift, options))) line('warning', each);
    const trail = this.trail();
    line('git-commit', trail && lineTrailLine(lineTrailText(trail, catalog, options)));
    line('tag', branch && nextCommitText(this.nextOf(branch.repository)));
    text.appendMarkdown(
      `\n\n[${l10n.t('Show goal')}](command:${views.panel}.focus) · [${l10n.t('Check priorities')}](command:${commands.checkPriorities})`,
    );
    text.isTrusted = { enabledCommands: [`${views.panel}.focus`, commands.checkPriorities] };
    return text;
  }
}

function impactLine(impact: Impact, options: TextOptions): string {
  const facts = impactFacts(impact, options);
  const revenue = facts
    .filter(({ kind }) => kind === 'revenue')
    .map(({ value, label }) => `${value} ${label}`);
  const segments = facts.filter(({ kind }) => kind === 'segments').map(({ value }) => value);
  return [impactSummary(impact, options), ...revenue, ...segments].filter(Boolean).join(' · ');
}
