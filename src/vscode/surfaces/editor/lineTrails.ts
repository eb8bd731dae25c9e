import { workspace, type TextDocument } from 'vscode';
import { mostSpecific } from '../../../core/links/mostSpecific';
import { CommitGoals } from '../../../git/links/commitGoals';
import { LineCommits } from '../../../git/blame/lineCommits';
import type { BlamedLine, LinePlace } from '../../../git/blame/blameLine';
import type { LineTrail } from '../../../presentation/lineTrail';
import { repositoryFile, type RepositoryFile } from './documentPlace';
import type { EditorSources } from './editorSources';

/** Larger files are left alone: git would take long, and nobody wrote them by hand. In UTF-16 units. */
const maxText = 4 * 1024 * 1024;

/** Leads lines of files to the commits that they came with, and to the goals that those name. */
export class LineTrails {
  private readonly lines: LineCommits;
  private readonly goals: CommitGoals;

  constructor(private readonly from: EditorSources) {
    this.lines = new LineCommits(from.git);
    this.goals = new CommitGoals(from.git);
  }

  /**
   * The way of a line to its goals; undefined where git does not know the document.
   *
   * @param line from 0
   * @throws {GitError} where git fails, and the signal's reason
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

  /** The commit of a line, and the file that it is in; the commit is undefined where the line is not committed yet. */
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
      // As it would be on disk: with the file's own encoding and its mark.
      ...(text !== '' && { contents: await workspace.encode(text, { encoding: document.encoding }) }),
    });
    return { file, commit: await this.lines.of(version, line, place, signal) };
  }

  /** Notes were written: commits may name other goals. */
  forget(): void {
    this.goals.forget();
  }
}
