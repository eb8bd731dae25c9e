import type { Goal, Rank } from '../../core/goal/goal';
import { isInScope, type GoalScope, type GoalScopes } from '../../core/views/goalScopes';
import { GoalSearch } from '../../core/views/goalSearch';
import type { GoalView } from '../../core/views/goalView';
import { isDirection } from '../../core/views/ranking';
import type { TextOptions } from '../textOptions';
import { searchText } from './searchText';

/** The most goals listed: nobody reads more, they take long to show, and typing finds the rest. */
export const maxListed = 200;

/** The heading of a group of goals. */
export type GroupName = 'current' | 'offered' | 'mine' | 'objectives' | 'closed' | Rank;

/** One row of a list of goals. */
export type ListRow =
  | { readonly kind: 'heading'; readonly group: GroupName }
  | { readonly kind: 'goal'; readonly view: GoalView; readonly isCurrent: boolean }
  /** More goals match than are listed. */
  | { readonly kind: 'more'; readonly count: number }
  /** Nothing matches, but closed goals do; the first of them is given. */
  | { readonly kind: 'closed'; readonly count: number; readonly first: GoalView }
  /** Nothing matches at all, or, if `inAll` is not 0, only outside this scope. */
  | { readonly kind: 'nothing'; readonly inAll: number };

/** What a list is made from. */
export interface GoalListInput {
  /** Open goals, most important first; objectives are listed behind the others, and only where they are looked for. */
  readonly open: readonly GoalView[];
  /** Closed goals, fetched only if no open one matches. */
  readonly closed: () => readonly GoalView[];
  /** The goals that the person is working on; listed first until something is typed, or last. */
  readonly current: ReadonlySet<Goal>;
  /** Whether they are listed last, as with goals to begin. */
  readonly isCurrentLast?: boolean;
  /** Goals that may be meant, for example by an ambiguous number; listed next. */
  readonly offered?: ReadonlySet<Goal>;
  readonly scopes: GoalScopes;
  readonly text: TextOptions;
}

/** The rows of a list of goals for the typed text and the chosen scope; always in order of priority. */
export class GoalList {
  /** The open goals: the objectives behind the others, each in order of priority. */
  private readonly all: readonly GoalView[];
  private readonly search: GoalSearch;
  private closedSearch: GoalSearch | undefined;
  /** Whether closed goals are listed below the open ones. */
  showsClosed = false;
  scope: GoalScope = 'all';

  constructor(private readonly input: GoalListInput) {
    const { open } = input;
    this.all = [...open.filter((view) => !isDirection(view)), ...open.filter(isDirection)];
    this.search = new GoalSearch(this.all, (view) => searchText(view, input.text));
  }

  /** The number of goals examined so far. */
  get steps(): number {
    return this.search.steps + (this.closedSearch?.steps ?? 0);
  }

  /** The rows for the typed text. */
  rows(query: string): ListRow[] {
    const { scopes } = this.input;
    const found = this.search.find(query);
    const inScope =
      this.scope === 'all' ? found : found.filter(({ goal }) => isInScope(goal, this.scope, scopes));
    const isSearch = query.trim() !== '';
    const open = isSearch ? inScope : this.unsearched(inScope);
    const closed = this.showsClosed || open.length === 0 ? this.closedMatches(query) : [];
    const rows = this.grouped(open, isSearch);
    if (this.showsClosed) rows.push(...this.group('closed', closed.slice(0, maxListed)));
    const [first] = closed;
    if (open.length === 0 && first && !this.showsClosed)
      rows.push({ kind: 'closed', count: closed.length, first });
    if (open.length === 0 && (!first || found.length > 0))
      rows.push({ kind: 'nothing', inAll: found.length });
    return rows;
  }

  /**
   * What is listed until something is typed: objectives are directions, not work, and only in the way unless the person
   * is at them or there is nothing else.
   */
  private unsearched(open: readonly GoalView[]): readonly GoalView[] {
    const { current, offered } = this.input;
    const listed = open.filter(
      (view) => !isDirection(view) || current.has(view.goal) || offered?.has(view.goal),
    );
    return listed.length > 0 ? listed : open;
  }

  private closedMatches(query: string): readonly GoalView[] {
    const { closed, scopes, text } = this.input;
    this.closedSearch ??= new GoalSearch(closed(), (view) => searchText(view, text));
    return this.closedSearch.find(query).filter(({ goal }) => isInScope(goal, this.scope, scopes));
  }

  private grouped(open: readonly GoalView[], isSearch: boolean): ListRow[] {
    const { current, isCurrentLast, offered = new Set(), scopes } = this.input;
    const listed = open.slice(0, maxListed);
    const more = open.length - listed.length;
    const own = isSearch ? [] : this.inOrderOfCurrent(open);
    const perhaps = isSearch ? [] : open.filter(({ goal }) => offered.has(goal) && !current.has(goal));
    const mine =
      isSearch || this.scope !== 'all'
        ? []
        : listed.filter(({ goal }) => scopes.mine?.(goal) && !current.has(goal) && !offered.has(goal));
    const told = new Set([...own, ...perhaps, ...mine]);
    const rest = listed.filter((view) => !told.has(view));
    const work = rest.filter((view) => !isDirection(view));
    const ownRows = this.group('current', own);
    return [
      ...(isCurrentLast ? [] : ownRows),
      ...this.group('offered', perhaps),
      ...this.group('mine', mine),
      ...([1, 2, 3, 4, 0] as const).flatMap((rank) =>
        this.group(
          rank,
          work.filter((view) => view.rank === rank),
        ),
      ),
      ...this.group('objectives', rest.filter(isDirection)),
      ...(more > 0 ? [{ kind: 'more', count: more } as const] : []),
      ...(isCurrentLast ? ownRows : []),
    ];
  }

  private inOrderOfCurrent(open: readonly GoalView[]): GoalView[] {
    const { current } = this.input;
    const byGoal = new Map(open.filter(({ goal }) => current.has(goal)).map((view) => [view.goal, view]));
    return [...current].flatMap((goal) => byGoal.get(goal) ?? []);
  }

  private group(group: GroupName, views: readonly GoalView[]): ListRow[] {
    if (views.length === 0) return [];
    const rows = views.map(
      (view) => ({ kind: 'goal', view, isCurrent: this.input.current.has(view.goal) }) as const,
    );
    return [{ kind: 'heading', group }, ...rows];
  }
}
