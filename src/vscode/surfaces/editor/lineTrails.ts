import { workspace, type TextDocument } from 'vscode';
import { mostSpecific } from '../../../core/links/mostSpecific';
import { CommitGoals } from '../../../git/links/commitGoals';
import { LineCommits } from '../../../git/blame/lineCommits';
import type { BlamedLine, LinePlace } from '../../../git/blame/blameLine';
import type { LineTrail } from '../../../presentation/lineTrail';
import { repositoryFile, type RepositoryFile } from './documentPlace';
import type { EditorSources } from './editorSources';

/** The largest text to examine, in UTF-16 units: larger ones take git long, and nobody wrote them by hand. */
const maxText = 4 * 1024 * 1024;

/** Traces lines of files to the commits that introduced them, and to the goals those name. */
export class LineTrails {
  private readonly lines: LineCommits;
  private readonly goals: CommitGoals;

  constructor(private readonly from: EditorSources) {
    this.lines = new LineCommits(from.git);
    this.goals = new CommitGoals(from.git);
  }

  /**
   * A line's trail to its goals; undefined if git does not know the document.
   *
   * @param line zero-based
   * @throws {GitError} if git fails, and the signal's reason
   */
  async of(document: TextDocument, line: number, signal: AbortSignal): Promise<LineTrail | undefined> {
    const found = await this.commitOf(document, line, signal);
    if (!found) return undefined;
    const { file, commit } = found;
    if (!commit) return { line: line + 1, links: [] };
    const { repository } = file;
    const { references } = this.from;
    const meaning = references.in(repository);
    const place = {
      root: repository.rootUri.fsPath,
      head: repository.state.HEAD?.commit,
      rules: references.rulesOf(repository),
      meaning,
    };
    const named = await this.goals.of(place, commit.sha, signal);
    const { sha, time, isCutOff } = commit;
    return {
      line: line + 1,
      commit: { sha, time, isCutOff, subject: named?.subject ?? '' },
      links: mostSpecific(
        (named?.links ?? []).flatMap(({ key, text, by, other }) => {
          const goal = meaning.find(key);
          return goal ? [{ goal, text, by, ...(other && { other }) }] : [];
        }),
        this.from.store.catalog,
      ),
    };
  }

  /** The commit and file of a line; the commit is undefined if the line is not committed yet. */
  async commitOf(
    document: TextDocument,
    line: number,
    signal: AbortSignal,
  ): Promise<{ readonly file: RepositoryFile; readonly commit: BlamedLine | undefined } | undefined> {
    const file = repositoryFile(document, this.from);
    if (!file || !workspace.isTrusted) return undefined;
    const { repository } = file;
    const version = {
      file: document,
      version: document.version,
      root: repository.rootUri.fsPath,
      head: repository.state.HEAD?.commit,
    };
    const text = document.isDirty || (file.isOther && file.revision === undefined) ? document.getText() : '';
    if (text.length > maxText) return undefined;
    const place = async (): Promise<LinePlace> => ({
      path: file.path,
      line: line + 1,
      revision: file.revision,
      // As it would be on disk: in the file's own encoding, with its byte order mark.
      ...(text !== '' && { contents: await workspace.encode(text, { encoding: document.encoding }) }),
    });
    return { file, commit: await this.lines.of(version, line, place, signal) };
  }

  /** Call when notes were written: commits may name other goals. */
  forget(): void {
    this.goals.forget();
  }
}
