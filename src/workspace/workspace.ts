import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RepositoryReferences } from '../core/catalog/repositoryReferences';
import { rulesIn, type ReferenceRules } from '../core/links/referenceRules';
import { readRemotes } from '../git/remotes/readRemotes';
import { GoalCatalog } from '../core/catalog/goalCatalog';
import { linksOfHistory, linksOfPath, type FileCommit } from '../core/links/fileLinks';
import { goalsOfBranch, goalsOfFile, type GoalsAtHand } from '../core/links/codeGoals';
import { servedGoals, type ServedGoals } from '../core/links/servedGoals';
import type { Log } from '../core/log';
import { trailerTokenFrom } from '../core/message/trailerToken';
import type { PathMap } from '../core/paths/pathMap';
import { FileHistory } from '../git/history/fileHistory';
import { commitLinks, type CommitLinks } from '../git/links/commitLinks';
import { lineCommits, type LineRange } from '../git/links/lineCommits';
import { workingChanges, type WorkingChange } from '../git/links/workingChanges';
import { commitNamed } from '../git/landing/commitNamed';
import { BranchChoicesFile } from '../git/links/branchChoicesFile';
import type { Git } from '../git/run/git';
import { directGoalsFileParser } from '../teamFiles/goalsFile/directGoalsFileParser';
import type { GoalsFileParser } from '../teamFiles/goalsFile/goalsFileParser';
import type { ReportFile, ReportFileFault } from '../teamFiles/reportFile/reportFile';
import type { CheckRequest, ReadCheck } from './report/readCheck';
import type { ReportPlace } from './report/reportRequest';
import { checkoutAt, type Checkout } from './checkout';
import type { Asking } from './asking';
import { ownSettings, readSettings } from './settingsFiles';
import { readGoalsFile, readReportFile, reportFileOf } from './teamGoals';
import { readPathMap } from './teamPathMap';
import { workspaceTrackers } from './workspaceTrackers';

/** The options of a workspace. */
export interface WorkspaceOptions {
  /** A folder, in a repository or not. */
  readonly folder: string;
  readonly git: Git;
  /** Where editors keep a person's settings and the goals of trackers. */
  readonly userFolders: readonly string[];
  /** How the goals file is parsed. Default: on this thread, each time. */
  readonly goalsFileParser?: GoalsFileParser;
  readonly log: Log;
  /** How trackers are asked; if left out, none is. */
  readonly asking?: Asking | undefined;
}

/** What a workspace knows, whether it reads it itself or an editor that has it at hand passes it in. */
export interface WorkspaceParts {
  /** The top of the repository; the folder itself if there is none. */
  readonly root: string;
  /** The folder as its goals name it, a URI; that of the root if left out. */
  readonly folder?: string;
  readonly checkout: Checkout | undefined;
  readonly catalog: GoalCatalog;
  readonly pathMap: PathMap | undefined;
  /** What spellings mean here. */
  readonly references: RepositoryReferences;
  /** How commits and branches name goals here. */
  readonly rules: ReferenceRules;
  /** What is wrong with the entries of `goalLens.trackers`, one sentence each. */
  readonly settingProblems: readonly string[];
  readonly revenue: RevenueDisplay;
}

/** How revenue is shown. */
type RevenueDisplay = 'band' | 'exact' | 'hidden';

/**
 * The goals of a folder and what its code serves, without an editor: the goals file, the goals that the extension has
 * kept of trackers, branch links, path map and history. Changes no file of the folder, and asks trackers only where that
 * is said.
 */
export class Workspace implements WorkspaceParts {
  readonly root: string;
  readonly checkout: Checkout | undefined;
  readonly catalog: GoalCatalog;
  readonly pathMap: PathMap | undefined;
  readonly references: RepositoryReferences;
  readonly rules: ReferenceRules;
  readonly settingProblems: readonly string[];
  readonly revenue: RevenueDisplay;

  constructor(
    private readonly git: Git,
    private readonly parts: WorkspaceParts,
  ) {
    this.root = parts.root;
    this.checkout = parts.checkout;
    this.catalog = parts.catalog;
    this.pathMap = parts.pathMap;
    this.references = parts.references;
    this.rules = parts.rules;
    this.settingProblems = parts.settingProblems;
    this.revenue = parts.revenue;
  }

  /** @throws {GitError} if git fails, the file system's errors if the folder cannot be read */
  static async open(
    { folder, git, userFolders, goalsFileParser = directGoalsFileParser, log, asking }: WorkspaceOptions,
    signal?: AbortSignal,
  ): Promise<Workspace> {
    const checkout = await checkoutAt(git, folder, signal, log);
    const root = checkout?.root ?? resolve(folder);
    const [goalsFile, pathMap, settings, remotes] = await Promise.all([
      readGoalsFile(root, folderUri(root), goalsFileParser),
      readPathMap(root),
      ownSettings(root).then((own) => readSettings(userFolders, own)),
      checkout ? readRemotes(git, root, signal) : [],
    ]);
    const asked = { git, root, settings, userFolders, log, asking: checkout && asking };
    const { trackers, problems } = await workspaceTrackers(asked, signal);
    const catalog = new GoalCatalog([...(goalsFile ? [goalsFile] : []), ...trackers]);
    const references = catalog.in({ folder: folderUri(root), remotes });
    const trailer = trailerTokenFrom(settings.trailer);
    const { referenceTrailers } = settings;
    const rules = rulesIn(references, { trailer, referenceTrailers });
    const revenue: RevenueDisplay =
      settings.revenue === 'exact' || settings.revenue === 'hidden' ? settings.revenue : 'band';
    const parts = { root, checkout, catalog, pathMap, references, rules, revenue };
    return new Workspace(git, { ...parts, settingProblems: problems });
  }

  /** The same workspace with something else checked out. */
  at(checkout: Checkout | undefined): Workspace {
    return new Workspace(this.git, { ...this.parts, checkout });
  }

  /** The folder as the goals in its file name it. */
  get folder(): string {
    return this.parts.folder ?? folderUri(this.root);
  }

  /** The goals that a branch serves; the current branch if none is named. @throws {GitError} */
  async goalsOfBranch(branch = this.checkout?.branch): Promise<ServedGoals> {
    const { checkout } = this;
    if (!checkout || branch === undefined) return { goals: [], unknown: [] };
    const choices = new BranchChoicesFile(this.git, checkout.root, checkout.commonDir);
    await choices.peek();
    return goalsOfBranch(branch, choices.get(branch), this.atHand);
  }

  /** What a commit serves; undefined if there is no such commit. @throws {GitError} */
  async linksOfCommit(revision: string, signal?: AbortSignal): Promise<CommitLinks | undefined> {
    return this.checkout && commitLinks(this.git, this.checkout.root, revision, this.rules, signal);
  }

  /**
   * The goals that a file or folder of the repository serves.
   *
   * @param path as `pathOf` gives it
   * @throws {GitError}
   */
  async goalsOfFile(path: string, signal = new AbortController().signal): Promise<ServedGoals> {
    const { pathMap } = this;
    const commits = await this.commitsOf(path, signal);
    return goalsOfFile({ mapped: pathMap && { map: pathMap, path }, commits }, this.atHand);
  }

  /**
   * The goals that lines of a file serve: those of the commits that introduced them, then those of its path rule.
   *
   * @param path as `pathOf` gives it
   * @throws {GitError}
   */
  async goalsOfLines(path: string, lines: LineRange, signal?: AbortSignal): Promise<ServedGoals> {
    const { checkout, pathMap, catalog, folder, rules } = this;
    const commits =
      checkout?.head === undefined ? [] : await lineCommits(this.git, this.root, path, lines, rules, signal);
    const links = [...linksOfHistory(commits), ...(pathMap ? linksOfPath(path, pathMap) : [])];
    return servedGoals(links, catalog, folder);
  }

  /** The goals that a commit serves; undefined if there is no such commit. @throws {GitError} */
  async goalsOfCommit(revision: string, signal?: AbortSignal): Promise<ServedGoals | undefined> {
    const commit = await this.linksOfCommit(revision, signal);
    return (
      commit && servedGoals(linksOfHistory([{ ...commit, keys: commit.links }]), this.catalog, this.folder)
    );
  }

  /** The files that differ from the last commit; none outside a repository. @throws {GitError} */
  async changes(signal?: AbortSignal): Promise<readonly WorkingChange[]> {
    return this.checkout ? workingChanges(this.git, this.checkout.root, signal) : [];
  }

  /** The full name of a commit; undefined if there is none of that name. @throws {GitError} */
  async commitAt(revision: string, signal?: AbortSignal): Promise<string | undefined> {
    if (!this.checkout) return undefined;
    const ask = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    return (await this.git.run(this.root, ask, { signal, answers: [0, 1, 128] })).trim() || undefined;
  }

  /** The place that a report is read from. */
  get reportPlace(): ReportPlace {
    const { git, root, catalog, folder, references, rules, pathMap } = this;
    return { git, root, catalog, folder, references, rules, pathMap };
  }

  /**
   * Checks what the commits of a branch say about goals; undefined outside a repository.
   *
   * @throws {LandingError} {GitError} and the signal's reason
   */
  async check(request: CheckRequest, signal?: AbortSignal): Promise<ReadCheck | undefined> {
    if (!this.checkout) return undefined;
    const { readCheck } = await import('./report/readCheck');
    return readCheck(this.reportPlace, request, signal);
  }

  /** What the team says about its report and its checks, in `.goals/report.yaml`. */
  reportFile(): Promise<ReportFile | ReportFileFault> {
    return readReportFile(this.root);
  }

  /**
   * What `reportFile` reads, as a revision has it, so that what is checked against it has no say in it.
   *
   * @throws {LandingError} if there is no such revision
   * @throws {GitError} and the signal's reason
   */
  async reportFileAt(revision: string, signal?: AbortSignal): Promise<ReportFile | ReportFileFault> {
    if (!this.checkout) return {};
    const commit = await commitNamed(this.git, this.root, revision, signal);
    return reportFileOf(this.git, this.root, commit, signal);
  }

  /** A path below the root, relative to it and with forward slashes; undefined for one that leads elsewhere. */
  pathOf(path: string, from: string): string | undefined {
    const inside = relative(this.root, resolve(from, path));
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`)) return undefined;
    return resolve(this.root, inside).startsWith(this.root) ? inside.split(sep).join('/') : undefined;
  }

  private async commitsOf(path: string, signal: AbortSignal): Promise<readonly FileCommit[]> {
    const { root, head } = this.checkout ?? {};
    if (root === undefined || head === undefined) return [];
    const history = new FileHistory(this.git);
    await history.read(root, head, path, signal);
    return history.peek(root, head, path, this.rules) ?? [];
  }

  private get atHand(): GoalsAtHand {
    return { catalog: this.catalog, folder: this.folder, home: this.references.home };
  }
}

/** A folder's URI, as VS Code writes it. */
function folderUri(root: string): string {
  return pathToFileURL(root).href;
}
