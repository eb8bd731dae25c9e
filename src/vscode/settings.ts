import { EventEmitter, workspace, type Disposable, type Uri } from 'vscode';
import type { ReferenceForm } from '../core/catalog/repositoryReferences';
import { isTrailerToken, trailerTokenFrom } from '../core/message/trailerToken';
import { Disposables } from '../core/disposables';
import { refreshEvery } from './refreshEvery';

/** Whether the commit box is tagged automatically once there is a subject. */
export type AutoFill = 'withSubject' | 'ask' | 'off';
/** How revenue is shown. */
export type RevenueDisplay = 'band' | 'exact' | 'hidden';

/** The on/off settings, by name. */
export type SwitchSetting =
  | 'hover.references'
  | 'hover.lines'
  | 'documentLinks.enabled'
  | 'terminalLinks.enabled'
  | 'codeLens.enabled'
  | 'explorer.urgentFiles'
  | 'languageStatus.enabled'
  | 'pullRequest.offer'
  | 'pullRequest.revenue'
  | 'statusBar.line'
  | 'drift.enabled';

const section = 'goalLens';

/** The settings, read on demand; an invalid value counts as the default. */
export class Settings implements Disposable {
  private readonly owned = new Disposables();
  private readonly changed = this.owned.add(new EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor() {
    this.owned.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(section)) this.changed.fire();
      }),
    );
    // From now on the workspace's own trackers count too.
    this.owned.add(workspace.onDidGrantWorkspaceTrust(() => this.changed.fire()));
  }

  /**
   * How a repository's commit box is filled; its folder can override the workspace. The former value `emptyOnly` counts
   * as the default.
   */
  autoFillOf(resource: Uri | undefined): AutoFill {
    return this.oneOf('commit.autoFill', ['withSubject', 'ask', 'off'], resource);
  }

  /** The token of our trailer, `Initiative` in `Initiative: SHOP-7`, for the folder that holds a file or repository. */
  trailerOf(resource: Uri | undefined): string {
    return trailerTokenFrom(this.get('commit.trailer', resource));
  }

  /** Additional trailer tokens that name items in this team's commits. */
  referenceTrailersOf(resource: Uri | undefined): readonly string[] {
    const value = this.get('commit.referenceTrailers', resource);
    return Array.isArray(value)
      ? value.filter((each): each is string => typeof each === 'string' && isTrailerToken(each))
      : [];
  }

  /** The template for new branch names, with the fields `{key}`, `{title}` and `{level}`. */
  branchTemplateOf(resource: Uri | undefined): string {
    const value = this.get('branch.template', resource);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : 'feature/{key}-{title}';
  }

  /** How a commit's trailer spells a goal. */
  referenceFormOf(resource: Uri | undefined): ReferenceForm {
    return this.oneOf('commit.reference', ['native', 'key', 'url'], resource);
  }

  get revenue(): RevenueDisplay {
    return this.oneOf('impact.revenue', ['band', 'exact', 'hidden']);
  }

  /**
   * The connected trackers as configured: the workspace's, if it is trusted, and the person's. VS Code itself would let
   * one list hide the other.
   */
  get trackers(): readonly unknown[] {
    const found = workspace.getConfiguration(section).inspect<unknown>('trackers');
    const lists = [workspace.isTrusted ? found?.workspaceValue : undefined, found?.globalValue];
    return lists.flatMap((list) => list ?? []);
  }

  /** How old a tracker's goals may get while somebody is looking, in milliseconds. */
  get refreshEveryMs(): number {
    return refreshEvery(this.get('refresh.everyMinutes'));
  }

  /** Whether VS Code's own agents get the MCP server as well as the built-in tools. */
  get offersMcpServer(): boolean {
    return this.get('agents.mcpServer') === true;
  }

  get isStatusBarShown(): boolean {
    return this.get('statusBar.enabled') !== false;
  }

  /** Whether the view of all goals shows a badge with the number of urgent ones. */
  get isBadgeShown(): boolean {
    return this.get('goalsView.badge') === true;
  }

  /** Whether a setting is switched on. */
  isOn(setting: SwitchSetting): boolean {
    return this.get(setting) === true;
  }

  dispose(): void {
    this.owned.dispose();
  }

  private oneOf<T extends string>(key: string, choices: readonly [T, ...T[]], resource?: Uri): T {
    const value = this.get(key, resource);
    return choices.find((choice) => choice === value) ?? choices[0];
  }

  private get(key: string, resource?: Uri): unknown {
    return workspace.getConfiguration(section, resource).get(key);
  }
}
