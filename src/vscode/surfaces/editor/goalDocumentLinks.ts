import { DocumentLink, l10n, Range, Uri, type CancellationToken, type TextDocument } from 'vscode';
import { searchedPart, shownReferences, type ShownReference } from '../../../core/editing/shownReferences';
import type { RepositoryReferences } from '../../../core/catalog/repositoryReferences';
import { goalName } from '../../../presentation/goalText';
import { hiddenCommands } from '../../ids';
import { kindOfText, repositoryOf } from './documentPlace';
import type { EditorSources } from './editorSources';
import { readInTurns } from './linesInTurns';

/** Longer documents are data: only this many lines are searched. */
const maxLines = 5000;

/** Turns references in text into links to the goal's card in the panel. */
export class GoalDocumentLinks {
  /** The references of known lines, so that after an edit only changed lines are searched. */
  private known = new Map<string, readonly ShownReference[]>();
  private meaning: RepositoryReferences | undefined;
  private kind: 'prose' | 'code' = 'code';

  constructor(private readonly from: EditorSources) {}

  /** The links in a document; none if nobody waits for them any more. */
  async provideDocumentLinks(document: TextDocument, token: CancellationToken): Promise<DocumentLink[]> {
    const references = this.from.references.in(await repositoryOf(document, this.from));
    const kind = kindOfText(document);
    const known = this.meaning === references && this.kind === kind ? this.known : new Map<never, never>();
    const next = new Map<string, readonly ShownReference[]>();
    const links: DocumentLink[] = [];
    const search = (text: string, line: number): void => {
      const found = next.get(text) ?? known.get(text) ?? shownReferences(text, references, kind);
      next.set(text, found);
      for (const each of found) links.push(this.linkOf(each, line));
    };
    if (!(await readInTurns(linesOf(document), search, token))) return [];
    [this.known, this.meaning, this.kind] = [next, references, kind];
    return links;
  }

  private linkOf({ goal, index, text }: ShownReference, line: number): DocumentLink {
    const query = encodeURIComponent(JSON.stringify([goal.key]));
    const link = new DocumentLink(
      new Range(line, index, line, index + text.length),
      Uri.parse(`command:${hiddenCommands.readGoal}?${query}`),
    );
    link.tooltip = l10n.t('Read {0}', goalName(goal, this.from.textOptions()));
    return link;
  }
}

/**
 * What is searched of the lines, as they are now: a document may be edited, or closed, before all of them are. Without
 * the rest of long ones, which a map tells apart by their length alone.
 */
function linesOf(document: TextDocument): string[] {
  const length = Math.min(document.lineCount, maxLines);
  return Array.from({ length }, (_, line) => searchedPart(document.lineAt(line).text));
}
