import { EventEmitter, workspace, type Disposable, type Uri } from 'vscode';
import type { ReferenceForm } from '../core/catalog/repositoryReferences';
import { isTrailerToken, trailerTokenFrom } from '../core/message/trailerToken';
import { Disposables } from '../core/disposables';

/** Whether commits are tagged in the commit box by themselves, once there is a subject. */
export type AutoFill = 'withSubject' | 'ask' | 'off';
/** How revenue is shown. */
export type RevenueDisplay = 'band' | 'exact' | 'hidden';

/** What a person switches on or off, by the name of the setting. */
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

/** The settings, read at the moment they are asked for; a value that makes no sense counts as the default. */
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
    // The workspace's own trackers count from then on.
    this.owned.add(workspace.onDidGrantWorkspaceTrust(() => this.changed.fire()));
  }

  /**
   * How the commit box of a repository is filled; the folder that holds it may say otherwise than the workspace. An
   * earlier version's `emptyOnly` counts as the default.
   */
  autoFillOf(resource: Uri | undefined): AutoFill {
    return this.oneOf('commit.autoFill', ['withSubject', 'ask', 'off'], resource);
  }

  /** The token of our trailer, `Initiative` of `Initiative: SHOP-7`, in the folder that holds a file or repository. */
  trailerOf(resource: Uri | undefined): string {
    return trailerTokenFrom(this.get('commit.trailer', resource));
  }

  /** Tokens of trailers that name items in this team's commits, beside the usual ones. */
  referenceTrailersOf(resource: Uri | undefined): readonly string[] {
    const value = this.get('commit.referenceTrailers', resource);
    return Array.isArray(value)
      ? value.filter((each): each is string => typeof each === 'string' && isTrailerToken(each))
      : [];
  }

  /** What the name of a new branch is made from, with the fields `{key}`, `{title}` and `{level}`. */
  branchTemplateOf(resource: Uri | undefined): string {
    const value = this.get('branch.template', resource);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : 'feature/{key}-{title}';
  }

  /** How a goal is written in a commit's trailer. */
  referenceFormOf(resource: Uri | undefined): ReferenceForm {
    return this.oneOf('commit.reference', ['native', 'key', 'url'], resource);
  }

  get revenue(): RevenueDisplay {
    return this.oneOf('impact.revenue', ['band', 'exact', 'hidden']);
  }

  /**
   * The connected trackers, as written: those of the workspace, where it is trusted, and those of the person. VS Code
   * itself would let one list hide the other.
   */
  get trackers(): readonly unknown[] {
    const found = workspace.getConfiguration(section).inspect<unknown>('trackers');
    const lists = [workspace.isTrusted ? found?.workspaceValue : undefined, found?.globalValue];
    return lists.flatMap((list) => list ?? []);
  }

  /** How old a tracker's goals may become while somebody looks, in milliseconds: a minute to a day. */
  get refreshEveryMs(): number {
    const minutes = this.get('refresh.everyMinutes');
    const usable = typeof minutes === 'number' && Number.isFinite(minutes) ? minutes : 5;
    return Math.min(Math.max(usable, 1), 24 * 60) * 60_000;
  }

  /** Whether VS Code's own agents get the MCP server too, beside the tools that they have. */
  get offersMcpServer(): boolean {
    return this.get('agents.mcpServer') === true;
  }

  get isStatusBarShown(): boolean {
    return this.get('statusBar.enabled') !== false;
  }

  /** Whether the view of all goals has a badge with the number of urgent ones. */
  get isBadgeShown(): boolean {
    return this.get('goalsView.badge') === true;
  }

  /** Whether something is switched on. */
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
