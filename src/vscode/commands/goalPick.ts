import { l10n, QuickPickItemKind, ThemeIcon, type QuickInputButton, type QuickPick } from 'vscode';
import type { Goal } from '../../core/goal/goal';
import { knownScopes, type GoalScope, type GoalScopes } from '../../core/views/goalScopes';
import type { GoalView } from '../../core/views/goalView';
import { GoalList, type ListRow } from '../../presentation/goalList/goalList';
import { goalTexts, groupText, otherTexts } from '../../presentation/goalList/rowTexts';
import type { TextOptions } from '../../presentation/textOptions';
import type { GoalButton } from './goalButtons';
import { ListOutcome } from './listOutcome';
import { createEntryPick, keepOrder, shownEntry, type PickEntry, type ShownEntry } from './quickPick';

/** A row of the list. */
interface GoalPickItem extends PickEntry {
  readonly row: ListRow;
}

/** What a quick-pick of goals shows. */
export interface GoalPickOptions {
  readonly title: string;
  readonly placeholder: string;
  /** Open goals, most important first. */
  readonly goals: readonly GoalView[];
  /** Closed ones, offered where no open one matches. */
  readonly closed?: () => readonly GoalView[];
  /** Goals marked as the current ones, put first. */
  readonly current: ReadonlySet<Goal>;
  readonly currentMark: string;
  /** Goals that are meant perhaps, put next. */
  readonly offered?: ReadonlySet<Goal>;
  /** Whose goals can be told apart. */
  readonly scopes?: GoalScopes;
  readonly text: TextOptions;
  readonly buttons: readonly GoalButton[];
  /** Shows the goal that the person is at, until they leave: then nothing. */
  readonly preview?: (goal: Goal | undefined) => void;
}

/** Lets a person pick a goal from a list grouped by priority; undefined where they leave without one. */
export function pickGoal(options: GoalPickOptions): Promise<Goal | undefined> {
  const { title, goals, closed = () => [], current, offered, scopes = {}, text, preview } = options;
  const pick = createEntryPick<GoalPickItem>();
  const list = new GoalList({ open: goals, closed, current, ...(offered && { offered }), scopes, text });
  const buttons = new ItemButtons(options.buttons);
  const draw = (): void => {
    pick.items = list
      .rows(pick.value)
      .map((row) => shownEntry(itemOf(row, pick.value, list.scope, options, buttons)));
  };
  pick.placeholder = options.placeholder;
  pick.matchOnDescription = true;
  keepOrder(pick);
  const scopeButtons = useScopes(pick, title, list, scopes, draw);
  draw();
  pick.activeItems = pick.items
    .filter(({ entry: { row } }) => row.kind === 'goal' && row.isCurrent)
    .slice(0, 1);

  const outcome = new ListOutcome<Goal>();
  pick.onDidChangeValue(draw);
  if (preview) pick.onDidChangeActive(([active]) => preview(goalOf(active)));
  pick.onDidAccept(() => {
    const row = pick.activeItems[0]?.entry.row;
    if (row?.kind === 'goal') {
      outcome.take(row.view.goal);
      pick.hide();
    } else if (row?.kind === 'closed') {
      list.showsClosed = true;
      draw();
    } else if (row?.kind === 'nothing' && row.inAll > 0) scopeButtons.choose('all');
  });
  pick.onDidTriggerItemButton(({ button, item }) => {
    const chosen = buttons.of(button);
    const goal = goalOf(item);
    if (!chosen || !goal) return;
    outcome.begin(chosen.run(goal));
    if (!chosen.staysOpen) pick.hide();
  });
  pick.onDidHide(() => {
    preview?.(undefined);
    outcome.leave();
    pick.dispose();
  });
  pick.show();
  return outcome.promise;
}

/** The buttons of the items, by what VS Code hands back. */
class ItemButtons {
  private readonly shown = new Map<GoalButton, QuickInputButton>();
  private readonly buttons = new Map<QuickInputButton, GoalButton>();

  constructor(private readonly all: readonly GoalButton[]) {
    for (const button of all) {
      const shown = { iconPath: new ThemeIcon(button.icon), tooltip: button.tooltip };
      this.shown.set(button, shown);
      this.buttons.set(shown, button);
    }
  }

  for(goal: Goal): QuickInputButton[] {
    return this.all
      .filter(({ isFor }) => isFor?.(goal) ?? true)
      .flatMap((button) => this.shown.get(button) ?? []);
  }

  of(shown: QuickInputButton): GoalButton | undefined {
    return this.buttons.get(shown);
  }
}

/** Puts a button for every scope that can be told apart above the list; the title says which one is shown. */
function useScopes(
  pick: QuickPick<ShownEntry<GoalPickItem>>,
  title: string,
  list: GoalList,
  scopes: GoalScopes,
  draw: () => void,
): { choose(scope: GoalScope): void } {
  const looks: Record<GoalScope, { readonly icon: string; readonly name: string }> = {
    mine: { icon: 'account', name: l10n.t('My Goals') },
    team: { icon: 'organization', name: l10n.t('My Team’s Goals') },
    all: { icon: 'globe', name: l10n.t('All Goals') },
  };
  const buttons = knownScopes(scopes).map((scope) => ({
    scope,
    iconPath: new ThemeIcon(looks[scope].icon),
    tooltip: looks[scope].name,
  }));
  const choose = (scope: GoalScope): void => {
    list.scope = scope;
    pick.title = scope === 'all' ? title : `${title} · ${looks[scope].name}`;
    draw();
  };
  pick.title = title;
  pick.buttons = buttons;
  pick.onDidTriggerButton((button) => {
    const found = buttons.find((each) => each === button);
    if (found) choose(found.scope);
  });
  return { choose };
}

function itemOf(
  row: ListRow,
  query: string,
  scope: GoalScope,
  { currentMark, text }: GoalPickOptions,
  buttons: ItemButtons,
): GoalPickItem {
  if (row.kind === 'heading') return { row, label: groupText(row.group), kind: QuickPickItemKind.Separator };
  // The list is searched here: VS Code would hide what it does not find itself.
  if (row.kind !== 'goal') {
    const icon = { more: 'ellipsis', closed: 'archive', nothing: 'search' }[row.kind];
    return { row, icon, ...otherTexts(row, query, scope, text), alwaysShow: true };
  }
  const { view, isCurrent } = row;
  return {
    row,
    icon: isCurrent ? 'check' : 'target',
    ...goalTexts(view, isCurrent ? currentMark : undefined, text),
    buttons: buttons.for(view.goal),
    alwaysShow: true,
  };
}

function goalOf(item: ShownEntry<GoalPickItem> | undefined): Goal | undefined {
  const row = item?.entry.row;
  return row?.kind === 'goal' ? row.view.goal : undefined;
}
