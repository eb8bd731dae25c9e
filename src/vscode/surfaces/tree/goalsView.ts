import {
  commands as vscodeCommands,
  EventEmitter,
  l10n,
  window,
  workspace,
  type Disposable,
  type Memento,
  type TreeDataProvider,
  type TreeItem,
} from 'vscode';
import type { GoalCatalog } from '../../../core/catalog/goalCatalog';
import type { GoalStore } from '../../../core/catalog/goalStore';
import { Disposables } from '../../../core/disposables';
import type { Goal } from '../../../core/goal/goal';
import { lazy } from '../../../core/lazy';
import { knownScopes, scopeOf, type GoalScopes } from '../../../core/views/goalScopes';
import type { TreeLayout, TreeNode } from '../../../presentation/goalTree/goalTree';
import { scopeName } from '../../../presentation/goalList/scopeName';
import { layoutName } from '../../../presentation/goalTree/layoutName';
import { staleTrackers } from '../../../presentation/staleTrackers';
import type { TextOptions } from '../../../presentation/textOptions';
import type { GoalContext } from '../../context/goalContext';
import type { OwnScopes } from '../../context/ownScopes';
import { views } from '../../ids';
import type { Settings } from '../../settings';
import type { GoalsTreeData } from './goalsTreeData';
import { PriorityBadges } from './priorityBadges';

const layoutKey = 'goalsViewLayout';
const scopeKey = 'goalsViewScope';
/** How often the age of goals that are not current is redrawn. */
const ageEveryMs = 60_000;

/** What the view is built with. */
export interface GoalsViewParts {
  readonly store: GoalStore;
  readonly context: GoalContext;
  readonly settings: Settings;
  readonly memento: Memento;
  readonly textOptions: () => TextOptions;
  /** Whose goals can be told apart. */
  readonly scopes: OwnScopes;
}

/** All goals in VS Code's own tree. Nothing is built before the view is shown. */
export class GoalsView implements Disposable, TreeDataProvider<TreeNode> {
  private readonly owned = new Disposables();
  private readonly changed = this.owned.add(new EventEmitter<undefined>());
  private readonly view;
  private readonly load = lazy(async () => (await import('./goalsTreeData')).GoalsTreeData);
  private data: Promise<GoalsTreeData> | undefined;
  private filter = '';
  private aging: ReturnType<typeof setTimeout> | undefined;
  private scopes: GoalScopes = {};
  private readonly told = new Map<string, string | boolean>();
  private shown: { readonly catalog: GoalCatalog; readonly current: string } | undefined;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly from: GoalsViewParts) {
    this.view = this.owned.add(
      window.createTreeView(views.goals, { treeDataProvider: this, showCollapseAll: true }),
    );
    const follow = (): void => this.follow();
    this.owned.add(from.context.onDidChange(follow));
    this.owned.add(window.registerFileDecorationProvider(new PriorityBadges()));
    this.tell();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    return (await (this.data ??= this.make())).children(node);
  }

  async getTreeItem(node: TreeNode): Promise<TreeItem> {
    return (await (this.data ??= this.make())).item(node);
  }

  async resolveTreeItem(item: TreeItem, node: TreeNode): Promise<TreeItem> {
    return (await (this.data ??= this.make())).withTooltip(item, node);
  }

  /** Arranges the goals by priority or by hierarchy, in this window and in later ones. */
  async lay(layout: TreeLayout): Promise<void> {
    await this.from.memento.update(layoutKey, layout);
    this.tell();
    this.redraw();
  }

  /** Asks for a text to filter the goals by. */
  async askFilter(): Promise<void> {
    const text = await window.showInputBox({
      title: l10n.t('Filter Goals'),
      prompt: l10n.t('Title, key, owner, label, level, status or customer. Leave it empty to see all goals.'),
      value: this.filter,
    });
    if (text !== undefined) this.use(text.trim());
  }

  /** Shows the goals that contain a text; all if it is empty. */
  use(filter: string): void {
    this.filter = filter;
    this.tell();
    this.redraw();
  }

  /** Asks whose goals to show. */
  async askScope(): Promise<void> {
    const { askScope } = await import('./askScope');
    this.from.scopes.forget();
    await this.readScopes();
    const chosen = await askScope(this.scopes, scopeOf(this.from.memento.get(scopeKey), this.scopes));
    if (!chosen) return;
    await this.from.memento.update(scopeKey, chosen);
    this.tell();
    this.redraw();
  }

  dispose(): void {
    clearTimeout(this.aging);
    this.owned.dispose();
  }

  private get layout(): TreeLayout {
    return this.from.memento.get<TreeLayout>(layoutKey) === 'hierarchy' ? 'hierarchy' : 'priority';
  }

  private async make(): Promise<GoalsTreeData> {
    const { context, store, textOptions } = this.from;
    const [Data] = await Promise.all([this.load(), this.readScopes()]);
    const { scopes } = this;
    const folder = context.current.branch?.repository.rootUri.toString();
    const input = { catalog: store.catalog, folder, layout: this.layout, filter: this.filter };
    const scope = scopeOf(this.from.memento.get(scopeKey), scopes);
    return new Data({ ...input, scope, scopes, text: textOptions() }, this.current());
  }

  private async readScopes(): Promise<void> {
    this.scopes = await this.from.scopes.read();
    this.tell();
  }

  private current(): Goal[] {
    return this.from.context.current.branch?.served.goals.map(({ linked }) => linked) ?? [];
  }

  /** Redraws the tree when the known goals or the branch's goals change. */
  private follow(): void {
    if (this.from.settings.isBadgeShown) void this.readScopes();
    else this.tell();
    const { catalog } = this.from.store;
    const current = this.current()
      .map(({ trackerId, id }) => `${trackerId}/${id}`)
      .join('\n');
    if (this.shown?.catalog === catalog && this.shown.current === current) return;
    this.shown = { catalog, current };
    this.redraw();
  }

  private redraw(): void {
    this.data = undefined;
    this.changed.fire(undefined);
  }

  /** Updates the context of the view's menus and welcome texts, and the badge if it is switched on. */
  private tell(): void {
    const set = (key: string, value: string | boolean): void => {
      if (this.told.get(key) === value) return;
      this.told.set(key, value);
      void vscodeCommands.executeCommand('setContext', `goalLens.${key}`, value);
    };
    set('goalsLayout', this.layout);
    set('hasGoalsFilter', this.filter !== '');
    set('goalsState', this.state());
    set('hasGoalScopes', knownScopes(this.scopes).length > 0);
    this.view.description = this.description();
    const urgent = this.from.settings.isBadgeShown ? this.urgentCount() : 0;
    this.view.badge =
      urgent === 0
        ? undefined
        : { value: urgent, tooltip: l10n.t('Open goals with priority P1: {0}', urgent) };
  }

  private state(): string {
    const { trackers } = this.from.store.catalog;
    if ((workspace.workspaceFolders ?? []).length === 0 && trackers.length === 0) return 'noFolder';
    if (trackers.some(({ goals }) => goals.length > 0)) return this.filter === '' ? 'goals' : 'filtered';
    if (trackers.some(({ phase }) => phase === 'loading')) return 'loading';
    if (trackers.length === 0) return this.from.context.current.isReady ? 'noTracker' : 'loading';
    if (trackers.some(({ fault }) => fault)) return 'failed';
    return trackers.every(({ folder }) => folder !== undefined) ? 'emptyFile' : 'empty';
  }

  /** The active filters, what is not as it is in its tracker, and the layout, beside the view's title. */
  private description(): string {
    const { store, textOptions } = this.from;
    const stale = staleTrackers(store.catalog.trackers, textOptions());
    clearTimeout(this.aging);
    if (stale.length > 0) this.aging = setTimeout(() => this.tell(), ageEveryMs);
    const scope = scopeOf(this.from.memento.get(scopeKey), this.scopes);
    return [
      ...(scope === 'all' ? [] : [scopeName(scope)]),
      ...(this.filter === '' ? [] : [l10n.t('Filter: {0}', this.filter)]),
      ...stale,
      // Last, as it is the first to be cut off, and the groups tell it too.
      ...(this.state() === 'goals' || this.state() === 'filtered' ? [layoutName(this.layout)] : []),
    ].join(' · ');
  }

  private urgentCount(): number {
    const { mine = () => true } = this.scopes;
    const isUrgent = ({ priority, status }: Goal): boolean =>
      priority?.rank === 1 && status?.category !== 'done' && status?.category !== 'dropped';
    return this.from.store.catalog.all().filter((goal) => isUrgent(goal) && mine(goal)).length;
  }
}
