import {
  commands as vscodeCommands,
  env,
  l10n,
  QuickPickItemKind,
  ThemeIcon,
  Uri,
  window,
  type QuickInputButton,
} from 'vscode';
import type { Goal } from '../../core/goal/goal';
import type { GoalView } from '../../core/views/goalView';
import { levelText, rankName, rankText, spelling } from '../../presentation/goalText';
import { reasonText } from '../../presentation/reasonText';
import type { TextOptions } from '../../presentation/textOptions';
import { readGoalCommand } from '../ids';
import { ListOutcome } from './listOutcome';
import { createEntryPick, shownEntry, type PickEntry } from './quickPick';

/** More goals than this make a list that nobody reads and that takes long to show. */
const maxItems = 2000;

/** A goal in a quick-pick. */
interface GoalPickItem extends PickEntry {
  readonly goal?: Goal;
}

/** A button on a goal in a quick-pick. */
export interface GoalButton {
  readonly icon: string;
  readonly tooltip: string;
  /** Shown for this goal. */
  readonly isFor?: (goal: Goal) => boolean;
  readonly run: (goal: Goal) => Promise<void>;
  /** The list stays open after it. */
  readonly staysOpen?: boolean;
}

/** What a quick-pick of goals shows. */
export interface GoalPickOptions {
  readonly title: string;
  readonly placeholder: string;
  readonly goals: readonly GoalView[];
  /** Goals marked as the current ones, put first. */
  readonly current: ReadonlySet<Goal>;
  readonly currentMark: string;
  /** Goals that are meant perhaps, put next. */
  readonly offered?: ReadonlySet<Goal>;
  readonly text: TextOptions;
  readonly buttons: readonly GoalButton[];
}

/** Lets a person pick a goal from a list grouped by priority; undefined where they leave without one. */
export function pickGoal(options: GoalPickOptions): Promise<Goal | undefined> {
  const pick = createEntryPick<GoalPickItem>();
  const buttonOf = new Map<QuickInputButton, GoalButton>();
  const buttonsFor = (goal: Goal): QuickInputButton[] =>
    options.buttons
      .filter(({ isFor }) => isFor?.(goal) ?? true)
      .map((button) => {
        const shown = { iconPath: new ThemeIcon(button.icon), tooltip: button.tooltip };
        buttonOf.set(shown, button);
        return shown;
      });
  pick.title = options.title;
  pick.placeholder = options.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = goalItems(options, buttonsFor).map(shownEntry<GoalPickItem>);
  pick.activeItems = pick.items
    .filter(({ entry: { goal } }) => goal && options.current.has(goal))
    .slice(0, 1);

  const outcome = new ListOutcome<Goal>();
  pick.onDidAccept(() => {
    const goal = pick.activeItems[0]?.entry.goal;
    if (!goal) return;
    outcome.take(goal);
    pick.hide();
  });
  pick.onDidTriggerItemButton(({ button, item: { entry } }) => {
    const chosen = buttonOf.get(button);
    if (!chosen || !entry.goal) return;
    outcome.begin(chosen.run(entry.goal));
    if (!chosen.staysOpen) pick.hide();
  });
  pick.onDidHide(() => {
    outcome.leave();
    pick.dispose();
  });
  pick.show();
  return outcome.promise;
}

function goalItems(
  { goals, current, currentMark, offered = new Set(), text }: GoalPickOptions,
  buttonsFor: (goal: Goal) => QuickInputButton[],
): GoalPickItem[] {
  const toItem = (view: GoalView): GoalPickItem => {
    const { goal, rank } = view;
    const isCurrent = current.has(goal);
    return {
      goal,
      icon: isCurrent ? 'check' : 'target',
      label: `${rank > 0 ? `${rankText(rank)} ` : ''}${goal.title}`,
      description: [spelling(goal, text), levelText(goal.level), isCurrent && currentMark]
        .filter(Boolean)
        .join(' · '),
      detail: reasonText(view, text) || l10n.t('No impact and no target date recorded'),
      buttons: buttonsFor(goal),
    };
  };
  const items: GoalPickItem[] = [];
  const add = (heading: string, group: readonly GoalView[]): void => {
    if (group.length === 0) return;
    items.push({ label: heading, kind: QuickPickItemKind.Separator }, ...group.map(toItem));
  };
  // In the order of the set: the initiative before the item that leads to it.
  const byGoal = new Map(goals.map((view) => [view.goal, view]));
  add(
    l10n.t('Current'),
    [...current].flatMap((goal) => byGoal.get(goal) ?? []),
  );
  add(
    l10n.t('Perhaps meant'),
    goals.filter(({ goal }) => offered.has(goal) && !current.has(goal)),
  );
  const others = goals.filter(({ goal }) => !current.has(goal) && !offered.has(goal)).slice(0, maxItems);
  for (const rank of [1, 2, 3, 4, 0] as const) {
    const group = others.filter((each) => each.rank === rank);
    add(rank === 0 ? rankName(0) : `${rankText(rank)} ${rankName(rank)}`, group);
  }
  if (items.length === 0) items.push({ label: l10n.t('There are no open goals'), alwaysShow: true });
  return items;
}

/** The button that opens a goal in its tracker. */
export function openButton(): GoalButton {
  return {
    icon: 'link-external',
    tooltip: l10n.t('Open in Tracker'),
    isFor: ({ url }) => url !== undefined,
    run: openInTracker,
    staysOpen: true,
  };
}

/** The button that shows a goal in the panel. */
export function readButton(): GoalButton {
  return {
    icon: 'book',
    tooltip: l10n.t('Read in the Panel'),
    run: async ({ key }) => {
      await vscodeCommands.executeCommand(readGoalCommand, key);
    },
  };
}

/** The button that copies a goal's key. */
export function copyButton(): GoalButton {
  return {
    icon: 'copy',
    tooltip: l10n.t('Copy Key'),
    run: async ({ key }) => {
      await env.clipboard.writeText(key);
      window.setStatusBarMessage(l10n.t('$(check) Copied {0}', key), 3000);
    },
    staysOpen: true,
  };
}

/** Opens a goal in its tracker, if it has an https address there. */
export async function openInTracker({ url }: Pick<Goal, 'url'>): Promise<void> {
  // Tracker text is untrusted: nothing but https is ever handed to the system.
  if (url?.startsWith('https://')) await env.openExternal(Uri.parse(url, true));
}
