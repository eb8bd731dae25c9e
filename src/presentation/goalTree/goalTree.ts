import type { GoalCatalog } from '../../core/catalog/goalCatalog';
import type { Goal } from '../../core/goal/goal';
import { GoalSearch } from '../../core/views/goalSearch';
import { isInScope, type GoalScope, type GoalScopes } from '../../core/views/goalScopes';
import { goalView, type GoalView } from '../../core/views/goalView';
import { compareRanked } from '../../core/views/ranking';
import type { GroupName } from '../goalList/goalList';
import { searchText } from '../goalList/searchText';
import type { TextOptions } from '../textOptions';

/** The most goals below one node; the filter finds the rest. */
export const maxBelow = 500;

/** How the tree is laid out. */
export type TreeLayout = 'priority' | 'hierarchy';

/** As many goals as a filter finds are in sight at once. */
const maxOpened = 100;

/** A node with others below it. */
interface Branch {
  /** Whether it is open until the person closes it. */
  readonly isOpen: boolean;
}

/** One node of the tree; `path` distinguishes the places where one goal appears, and what a filter finds. */
export type TreeNode = { readonly path: string } & (
  | ({
      readonly kind: 'group';
      readonly group: Exclude<GroupName, 'current'>;
      readonly count: number;
    } & Branch)
  | ({ readonly kind: 'goal'; readonly view: GoalView; readonly hasChildren: boolean } & Branch)
  | { readonly kind: 'more'; readonly count: number }
);

/** What the tree is made from. */
export interface GoalTreeInput {
  readonly catalog: GoalCatalog;
  /** The folder whose goals file wins where trackers share a key. */
  readonly folder?: string | undefined;
  readonly layout: TreeLayout;
  /** Only goals that contain these words; in the hierarchy, also the goals above them. */
  readonly filter: string;
  /** Whose goals are shown; in the hierarchy, also the goals above them. */
  readonly scope?: GoalScope;
  readonly scopes: GoalScopes;
  readonly text: TextOptions;
}

/** The goals as a tree, by priority or by hierarchy; a node's children are made on demand. */
export class GoalTree {
  private readonly views: readonly GoalView[];
  /** The goals to show in the hierarchy; undefined if all are shown. */
  private readonly kept: ReadonlySet<Goal> | undefined;
  /** Whether all that a filter finds is open. VS Code remembers what a person opened by the path, so it has others. */
  private readonly isFound: boolean;

  constructor(private readonly input: GoalTreeInput) {
    const { catalog, filter, folder, scope = 'all', scopes, text } = input;
    const all = catalog.all(folder).map((goal) => goalView(goal, catalog));
    const inScope = scope === 'all' ? all : all.filter(({ goal }) => isInScope(goal, scope, scopes));
    this.views = new GoalSearch(inScope, (view) => searchText(view, text)).find(filter);
    this.isFound = filter.trim() !== '' && this.views.length <= maxOpened;
    this.kept =
      this.views.length === all.length
        ? undefined
        : new Set(this.views.flatMap(({ goal, ancestors }) => [goal, ...ancestors]));
  }

  /** The top-level nodes. */
  get roots(): TreeNode[] {
    if (this.input.layout === 'hierarchy') {
      const tops = this.views.flatMap((view) => view.ancestors.at(-1) ?? view.goal);
      return this.nodes([...new Set(tops)], this.root);
    }
    return (['mine', 1, 2, 3, 4, 0, 'closed'] as const).flatMap((group): TreeNode[] => {
      const count = this.inGroup(group).length;
      const isOpen = this.isFound || group === 'mine' || group === 1;
      return count === 0 ? [] : [{ kind: 'group', group, count, isOpen, path: `${this.root}${group}` }];
    });
  }

  /** The nodes directly below a node. */
  below(node: TreeNode): TreeNode[] {
    if (node.kind === 'more') return [];
    if (node.kind === 'group') {
      return this.nodes(
        this.inGroup(node.group).map(({ goal }) => goal),
        node.path,
        false,
      );
    }
    return this.nodes(this.childrenOf(node.view.goal, node.path), node.path);
  }

  private get root(): string {
    return this.isFound ? 'found ' : '';
  }

  private inGroup(group: Exclude<GroupName, 'current'>): readonly GoalView[] {
    if (group === 'closed') return this.views.filter(({ isClosed }) => isClosed);
    const open = this.views.filter(({ isClosed }) => !isClosed);
    const { scope = 'all', scopes } = this.input;
    const { mine } = scope === 'mine' ? {} : scopes;
    if (group === 'mine') return mine ? open.filter(({ goal }) => mine(goal)) : [];
    return open.filter(({ rank }) => rank === group);
  }

  /** Without those on the way to this place: goals kept while their entry has an error may be each other's parents. */
  private childrenOf(goal: Goal, path: string): Goal[] {
    const { kept, input } = this;
    const isOnWay = (each: Goal): boolean => `${path}/`.includes(`${stepTo(each)}/`);
    return input.catalog.children(goal).filter((each) => (!kept || kept.has(each)) && !isOnWay(each));
  }

  private nodes(goals: readonly Goal[], path: string, withChildren = true): TreeNode[] {
    const { catalog } = this.input;
    const sorted = goals
      .map((goal) => goalView(goal, catalog))
      .sort((a, b) => Number(a.isClosed) - Number(b.isClosed) || compareRanked(a, b));
    const nodes = sorted.slice(0, maxBelow).map((view): TreeNode => {
      const to = path + stepTo(view.goal);
      const hasChildren = withChildren && this.childrenOf(view.goal, to).length > 0;
      return { kind: 'goal', view, path: to, hasChildren, isOpen: this.isFound };
    });
    const count = sorted.length - nodes.length;
    return count > 0 ? [...nodes, { kind: 'more', count, path: `${path}/more` }] : nodes;
  }
}

function stepTo({ trackerId, id }: Goal): string {
  return `/${trackerId}/${id}`;
}
