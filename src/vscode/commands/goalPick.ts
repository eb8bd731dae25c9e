import { QuickPickItemKind, ThemeIcon, type QuickInputButton, type QuickPick } from 'vscode';
import type { Goal } from '../../core/goal/goal';
import { knownScopes, type GoalScope, type GoalScopes } from '../../core/views/goalScopes';
import type { GoalView } from '../../core/views/goalView';
import { GoalList, type ListRow } from '../../presentation/goalList/goalList';
import { goalTexts, groupText, otherTexts } from '../../presentation/goalList/rowTexts';
import { scopeName } from '../../presentation/goalList/scopeName';
import type { TextOptions } from '../../presentation/textOptions';
import type { GoalButton } from './goalButtons';
import { ListOutcome } from './listOutcome';
import { createEntryPick, keepOrder, shownEntry, type PickEntry, type ShownEntry } from './quickPick';

/** A row of the list. */
interface GoalPickItem extends PickEntry {
  readonly row: ListRow;
}

/** The contents and options of a goal quick pick. */
export interface GoalPickOptions {
  readonly title: string;
  readonly placeholder: string;
  /** Open goals of every level, most important first. */
  readonly goals: readonly GoalView[];
  /** Closed goals, offered when no open one matches. */
  readonly closed?: () => readonly GoalView[];
  /** The current goals: marked, and listed first, or last. */
  readonly current: ReadonlySet<Goal>;
  readonly isCurrentLast?: boolean;
  readonly currentMark: string;
  /** Goals that are possibly meant, listed next. */
  readonly offered?: ReadonlySet<Goal>;
  /** Whose goals can be told apart. */
  readonly scopes?: GoalScopes;
  /** The scope shown at first. */
  readonly scope?: GoalScope;
  /** Called when the person chooses another scope. */
  readonly onScope?: (scope: GoalScope) => void;
  readonly text: TextOptions;
  readonly buttons: readonly GoalButton[];
  /** Previews the highlighted goal; called with undefined when the list closes. */
  readonly preview?: (goal: Goal | undefined) => void;
}

/** Lets a person pick a goal from a list grouped by priority; undefined if they cancel. */
export function pickGoal(options: GoalPickOptions): Promise<Goal | undefined> {
  const { goals, closed = () => [], current, isCurrentLast = false, offered } = options;
  const { scopes = {}, text, preview } = options;
  const pick = createEntryPick<GoalPickItem>();
  const list = new GoalList({
    open: goals,
    closed,
    current,
    isCurrentLast,
    ...(offered && { offered }),
    scopes,
    text,
  });
  const buttons = new ItemButtons(options.buttons);
  const draw = (): void => {
    pick.items = list
      .rows(pick.value)
      .map((row) => shownEntry(itemOf(row, pick.value, list.scope, options, buttons)));
  };
  pick.placeholder = options.placeholder;
  pick.matchOnDescription = true;
  keepOrder(pick);
  const scopeButtons = useScopes(pick, list, options, draw);
  draw();
  const own = pick.items.filter(({ entry: { row } }) => row.kind === 'goal' && row.isCurrent);
  if (!isCurrentLast) pick.activeItems = own.slice(0, 1);

  const outcome = new ListOutcome<Goal>();
  pick.onDidChangeValue(draw);
  if (preview) pick.onDidChangeActive(([active]) => preview(goalOf(active)));
  pick.onDidAccept(() => {
    const row = rowAtEnter(pick);
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

/**
 * The row that Enter means. Enter right after a keystroke can beat the redraw: VS Code then still reports a row of the
 * previous list, or none, and the first row of the new list is meant.
 */
function rowAtEnter({
  activeItems: [active],
  items,
}: QuickPick<ShownEntry<GoalPickItem>>): ListRow | undefined {
  if (active && items.includes(active)) return active.entry.row;
  return items.find(({ entry: { row } }) => row.kind !== 'heading')?.entry.row;
}

/** Maps our buttons to the ones VS Code hands back. */
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

/** Adds a button for every other scope that can be told apart; the title names the current one. */
function useScopes(
  pick: QuickPick<ShownEntry<GoalPickItem>>,
  list: GoalList,
  { title, scopes = {}, scope = 'all', onScope }: GoalPickOptions,
  draw: () => void,
): { choose(scope: GoalScope): void } {
  const icons: Record<GoalScope, string> = { mine: 'account', team: 'organization', all: 'globe' };
  const buttons = knownScopes(scopes).map((name) => ({
    name,
    iconPath: new ThemeIcon(icons[name]),
    tooltip: scopeName(name),
  }));
  const show = (shown: GoalScope): void => {
    list.scope = shown;
    pick.title = shown === 'all' ? title : `${title} · ${scopeName(shown)}`;
    pick.buttons = buttons.filter(({ name }) => name !== shown);
  };
  const choose = (chosen: GoalScope): void => {
    show(chosen);
    onScope?.(chosen);
    draw();
  };
  show(scope);
  pick.onDidTriggerButton((button) => {
    const found = buttons.find((each) => each === button);
    if (found) choose(found.name);
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
  // We search the list ourselves: VS Code would hide what its own filter does not match.
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
