import { Hover, Range, type CancellationToken, type Position, type TextDocument } from 'vscode';
import { isCancellation } from '../../../core/errors';
import { referenceAt, type ShownReference } from '../../../core/editing/shownReferences';
import { goalView } from '../../../core/views/goalView';
import { goalCard } from '../../../presentation/goalCard';
import { lineTrailText } from '../../../presentation/lineTrail';
import { withSignal } from '../../abortSignal';
import { cardMarkdown, goalLinks } from './cardMarkdown';
import { kindOfText, repositoryFile, repositoryOf } from './documentPlace';
import type { EditorSources } from './editorSources';
import type { LineTrails } from './lineTrails';

/** Shows the card of the goal under the pointer, or of the goal that the line's commit names. */
export class GoalHovers {
  constructor(
    private readonly from: EditorSources,
    private readonly trails: LineTrails,
  ) {}

  async provideHover(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<Hover | undefined> {
    const { settings } = this.from;
    if (settings.isOn('hover.references')) {
      const reference = await this.referenceAt(document, position);
      if (reference) return this.ofReference(document, position, reference);
    }
    return settings.isOn('hover.lines') ? this.ofLine(document, position.line, token) : undefined;
  }

  private async referenceAt(document: TextDocument, position: Position): Promise<ShownReference | undefined> {
    const { text } = document.lineAt(position.line);
    const references = this.from.references.in(await repositoryOf(document, this.from));
    return referenceAt(text, position.character, references, kindOfText(document));
  }

  private ofReference(
    document: TextDocument,
    { line }: Position,
    { goal, index, text }: ShownReference,
  ): Hover {
    const card = goalCard(goalView(goal, this.from.store.catalog), this.from.textOptions());
    const links = goalLinks(card, [goal.key, document.uri.toString(), line]);
    return new Hover(cardMarkdown(card, links), new Range(line, index, line, index + text.length));
  }

  private async ofLine(
    document: TextDocument,
    line: number,
    token: CancellationToken,
  ): Promise<Hover | undefined> {
    const file = repositoryFile(document, this.from);
    if (!file) return undefined;
    try {
      const trail = await withSignal(token, (signal) => this.trails.of(document, line, signal));
      const [first] = trail?.links ?? [];
      // Only a line that leads to a goal is worth a card.
      if (!trail || !first || token.isCancellationRequested) return undefined;
      const { catalog } = this.from.store;
      const options = this.from.textOptions();
      const card = goalCard(goalView(first.goal, catalog), options);
      const links = goalLinks(card, [card.key, document.uri.toString(), line]);
      const shown = {
        text: lineTrailText(trail, catalog, options),
        root: file.repository.rootUri.toString(),
      };
      return new Hover(cardMarkdown(card, links, shown));
    } catch (error) {
      if (!isCancellation(error) && !token.isCancellationRequested) {
        this.from.log.warn(`The commit of line ${line + 1} of ${file.path} cannot be read.`, error);
      }
      return undefined;
    }
  }
}
