import {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  l10n,
  Range,
  type CancellationToken,
  type CompletionItemProvider,
  type DocumentSelector,
  type Position,
  type TextDocument,
} from 'vscode';
import {
  goalSlotAt,
  isBelowScissors,
  offeredGoals,
  type GoalSlot,
  type OfferedGoal,
} from '../../../core/editing/commitMessage';
import { isCommentLine } from '../../../core/message/trailers';
import type { GoalCatalog } from '../../../core/catalog/goalCatalog';
import type { GoalView } from '../../../core/views/goalView';
import { rankGoals } from '../../../core/views/ranking';
import { goalName, levelText, rankText, shownName, spelling } from '../../../presentation/goalText';
import { reasonText } from '../../../presentation/reasonText';
import type { TextOptions } from '../../../presentation/textOptions';
import type { CommentMarks } from './commentMarks';
import {
  commitLanguage,
  repositoryOfMessage,
  servedByBranch,
  type CommitMessageSources,
  folderOfMessage,
} from './commitMessageSources';

/** Where commit messages are written: the commit boxes and git's own file. */
export const commitDocuments: DocumentSelector = [
  { language: 'scminput', scheme: 'vscode-scm' },
  { language: commitLanguage },
];
/** The characters that trigger suggestions. */
export const completionTriggers = ['#', ':', ' ', ','] as const;

const maxItems = 200;

/** Suggests goals in a commit message: after our trailer, and after `#` anywhere. */
export class CommitCompletions implements CompletionItemProvider {
  private last: { catalog: GoalCatalog; folder: string | undefined; ranked: GoalView[] } | undefined;

  constructor(
    private readonly from: CommitMessageSources,
    private readonly comments: CommentMarks,
  ) {}

  async provideCompletionItems(
    document: TextDocument,
    position: Position,
    cancellation: CancellationToken,
  ): Promise<CompletionList | undefined> {
    const { text } = document.lineAt(position.line);
    const slot = goalSlotAt(
      text,
      position.character,
      this.from.settings.trailerOf(folderOfMessage(document.uri)),
    );
    if (!slot) return undefined;
    const repository = await repositoryOfMessage(document.uri, this.from);
    if (document.languageId === commitLanguage) {
      const comment = await this.comments.in(document.getText(), repository);
      // A `#` at the start of a line begins a goal; one further on in such a line is inside a comment.
      if (isCommentLine(text, comment) && slot.start > 0) return undefined;
      if (isBelowScissors(document.getText(new Range(0, 0, position.line, 0)), comment)) return undefined;
    }
    const served = repository ? await servedByBranch(repository, this.from) : [];
    if (cancellation.isCancellationRequested) return undefined;
    const { catalog } = this.from.store;
    const ranked = this.ranked(catalog, repository?.rootUri.toString());
    const offered = offeredGoals(slot.kind, served, ranked, catalog, maxItems);
    const range = new Range(position.line, slot.start, position.line, slot.end);
    const options = this.from.textOptions();
    return new CompletionList(
      offered.map((each, at) => {
        const written = this.from.references.written(each.written, repository);
        return completionItem(each, written, { at, slot, range, options });
      }),
      false,
    );
  }

  /** Cached until a goal changes: people complete several times in one message. */
  private ranked(catalog: GoalCatalog, folder: string | undefined): GoalView[] {
    if (this.last?.catalog !== catalog || this.last.folder !== folder) {
      this.last = { catalog, folder, ranked: rankGoals(catalog.all(folder), catalog) };
    }
    return this.last.ranked;
  }
}

interface Place {
  readonly at: number;
  readonly slot: GoalSlot;
  readonly range: Range;
  readonly options: TextOptions;
}

function completionItem(
  { view, written, isOfBranch }: OfferedGoal,
  reference: string,
  { at, slot, range, options }: Place,
): CompletionItem {
  const { goal, rank } = view;
  const item = new CompletionItem(shownName(goal, options), CompletionItemKind.Issue);
  item.detail = [
    rank > 0 && rankText(rank),
    levelText(goal.level),
    isOfBranch && l10n.t('this branch'),
    written !== goal && l10n.t('tags {0}', spelling(written, options)),
    reasonText(view, options),
  ]
    .filter(Boolean)
    .join(' · ');
  item.insertText = slot.prefix + reference;
  item.filterText = filterText(goalName(goal, options), goal.key, slot);
  item.sortText = String(at).padStart(4, '0');
  item.preselect = at === 0;
  item.range = range;
  return item;
}

/** The text that the input so far is matched against, including `#` and what precedes it. */
function filterText(name: string, key: string, { hash }: GoalSlot): string {
  const plain = name.replace(/^[^\s#&]*[#&]/, '');
  return `${hash ?? ''}${plain}${name.startsWith(key) ? '' : ` ${key}`}`;
}
