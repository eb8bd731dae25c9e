import {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  l10n,
  Range,
  Uri,
  workspace,
  type CancellationToken,
  type CompletionItemProvider,
  type DocumentSelector,
  type LogOutputChannel,
  type Position,
  type TextDocument,
} from 'vscode';
import {
  goalSlotAt,
  isBelowScissors,
  offeredGoals,
  type GoalSlot,
  type OfferedGoal,
} from '../core/commitMessage';
import type { Goal } from '../core/goal';
import type { GoalCatalog } from '../core/goalCatalog';
import type { GoalStore } from '../core/goalStore';
import { rankGoals, type RankedGoal } from '../core/ranking';
import type { ServedGoal } from '../core/servedGoals';
import type { BranchChoicesStore } from '../git/branchChoicesStore';
import type { GitRepository } from '../git/gitExtension';
import type { Repositories } from '../git/repositories';
import type { Settings } from '../platform/settings';
import { ellipsis, goalName, levelText, rankText } from '../presentation/goalText';
import { reasonText } from '../presentation/reasonText';
import type { TextOptions } from '../presentation/textOptions';
import type { BranchGoals } from './branchGoals';
import type { GoalContext } from './goalContext';

/** What help with a commit message is made from. */
export interface CommitMessageSources {
  readonly store: GoalStore;
  readonly context: Pick<GoalContext, 'current'>;
  readonly repositories: Pick<Repositories, 'all'>;
  readonly branchGoals: BranchGoals;
  readonly choices: BranchChoicesStore;
  readonly settings: Settings;
  readonly textOptions: () => TextOptions;
  readonly log: LogOutputChannel;
}

/** The language of a commit message that git opened in an editor. */
export const commitLanguage = 'git-commit';
/** Where commit messages are written: the commit boxes and git's own file. */
export const commitDocuments: DocumentSelector = [
  { language: 'scminput', scheme: 'vscode-scm' },
  { language: commitLanguage },
];
/** The characters after which goals are offered without being asked for. */
export const completionTriggers = ['#', ':', ' ', ','] as const;

const maxItems = 200;
const maxNameLength = 120;

/** Offers goals in a commit message: after our trailer, and after `#` anywhere. */
export class CommitCompletions implements CompletionItemProvider {
  private last: { catalog: GoalCatalog; folder: string | undefined; ranked: RankedGoal[] } | undefined;

  constructor(private readonly from: CommitMessageSources) {}

  async provideCompletionItems(
    document: TextDocument,
    position: Position,
    cancellation: CancellationToken,
  ): Promise<CompletionList | undefined> {
    const { text } = document.lineAt(position.line);
    const slot = goalSlotAt(text, position.character, this.from.settings.trailer);
    if (!slot) return undefined;
    if (document.languageId === commitLanguage) {
      // A `#` at the start of a line is a goal being typed; one further on in such a line is in a comment.
      if (text.startsWith('#') && slot.start > 0) return undefined;
      if (isBelowScissors(document.getText(new Range(0, 0, position.line, 0)))) return undefined;
    }
    const repository = await repositoryOfMessage(document.uri, this.from);
    const served = repository ? await servedByBranch(repository, this.from) : [];
    if (cancellation.isCancellationRequested) return undefined;
    const { catalog } = this.from.store;
    const ranked = this.ranked(catalog, repository?.rootUri.toString());
    const offered = offeredGoals(slot.kind, served, ranked, catalog, maxItems);
    const range = new Range(position.line, slot.start, position.line, slot.end);
    const options = this.from.textOptions();
    return new CompletionList(
      offered.map((each, at) => completionItem(each, at, slot, range, options)),
      false,
    );
  }

  /** Remembered until a goal changes: people complete several times in one message. */
  private ranked(catalog: GoalCatalog, folder: string | undefined): RankedGoal[] {
    if (this.last?.catalog !== catalog || this.last.folder !== folder) {
      this.last = { catalog, folder, ranked: rankGoals(catalog.all(folder), catalog) };
    }
    return this.last.ranked;
  }
}

/** A goal's key and title as one line of plain text; icons in a title are the tracker's text, not ours. */
export function shownName(goal: Goal): string {
  return ellipsis(goalName(goal).replace(/\s+/g, ' '), maxNameLength).replaceAll('$(', '$ (');
}

/** The initiatives that a repository's branch serves, once its links are read. */
export async function servedByBranch(
  repository: GitRepository,
  { branchGoals, choices, log }: Pick<CommitMessageSources, 'branchGoals' | 'choices' | 'log'>,
): Promise<readonly ServedGoal[]> {
  try {
    await choices.of(repository);
  } catch (error) {
    log.warn('The links of the branch cannot be read.', error);
  }
  return branchGoals.of(repository)?.served.goals ?? [];
}

/** The repository that a message is written for; the context's where the document does not say. */
export async function repositoryOfMessage(
  uri: Uri,
  { repositories, context }: Pick<CommitMessageSources, 'repositories' | 'context'>,
): Promise<GitRepository | undefined> {
  const { all } = repositories;
  const root = new URLSearchParams(uri.query).get('rootUri');
  const rootUri = uri.scheme === 'vscode-scm' && root ? Uri.parse(root).toString() : undefined;
  let found = all.find((each) => each.rootUri.toString() === rootUri);
  if (uri.scheme === 'file') {
    const folder = Uri.joinPath(uri, '..').toString();
    found = all.find((each) => Uri.joinPath(each.rootUri, '.git').toString() === folder);
    // Worktrees and submodules keep the message elsewhere; their `.git` is a file that says where.
    for (const each of found ? [] : all) if ((await linkedGitFolder(each)) === folder) found = each;
  }
  return found ?? context.current.branch?.repository;
}

async function linkedGitFolder({ rootUri }: GitRepository): Promise<string | undefined> {
  try {
    const bytes = await workspace.fs.readFile(Uri.joinPath(rootUri, '.git'));
    const path = /^gitdir: (.+?)[\r\n]*$/.exec(new TextDecoder().decode(bytes))?.[1];
    if (path === undefined) return undefined;
    const isAbsolute = /^(?:[/\\]|[A-Za-z]:)/.test(path);
    return (isAbsolute ? Uri.file(path) : Uri.joinPath(rootUri, path)).toString();
  } catch {
    // A folder, as it is in most repositories.
    return undefined;
  }
}

function completionItem(
  { ranked, written, isOfBranch }: OfferedGoal,
  at: number,
  { hasHash, prefix }: GoalSlot,
  range: Range,
  options: TextOptions,
): CompletionItem {
  const { goal, rank } = ranked;
  const item = new CompletionItem(shownName(goal), CompletionItemKind.Issue);
  item.detail = [
    rank > 0 && rankText(rank),
    levelText(goal.level),
    isOfBranch && l10n.t('this branch'),
    written !== goal && l10n.t('tags {0}', written.key),
    reasonText(ranked, options),
  ]
    .filter(Boolean)
    .join(' · ');
  item.insertText = prefix + written.key;
  // What is typed so far, `#` included, is matched against this.
  item.filterText = `${hasHash ? '#' : ''}${goalName(goal)}`;
  item.sortText = String(at).padStart(4, '0');
  item.preselect = at === 0;
  item.range = range;
  return item;
}
