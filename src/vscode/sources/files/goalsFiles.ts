import { l10n, languages, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import { goalsFilePath } from '../../../teamFiles/places';
import type { GoalStore } from '../../../core/catalog/goalStore';
import type { TrackerState } from '../../../core/tracker/trackerState';
import { Disposables } from '../../../core/disposables';
import { RootFiles, type RootFileReader } from './rootFiles';
import type { Roots } from './roots';
import { toDiagnostic } from './toDiagnostic';
import type { FileContent } from './watchedFile';

/** Above this a goals file is not read; the parser has the same limit. */
const maxBytes = 2 * 1024 * 1024;

/** Reads the goals file of every root into the store, follows its changes, and reports bad entries as problems. */
export class GoalsFiles implements Disposable, RootFileReader {
  private readonly owned = new Disposables();
  private readonly diagnostics = this.owned.add(languages.createDiagnosticCollection('goal-lens'));
  readonly files: RootFiles;

  constructor(
    roots: Roots,
    private readonly store: GoalStore,
    private readonly log: LogOutputChannel,
  ) {
    this.files = this.owned.add(new RootFiles(roots, goalsFilePath, maxBytes, this, log));
  }

  async use(folder: string, uri: Uri, content: FileContent, isCurrent: () => boolean): Promise<void> {
    if (content.kind === 'missing') {
      this.forget(folder, uri);
      return;
    }
    const tracker = { id: trackerIdOf(folder), name: 'goals.yaml', folder };
    if (content.kind !== 'text') {
      this.diagnostics.delete(uri);
      this.fail(tracker, faultOf(content));
      return;
    }
    // The parser brings the YAML and schema libraries along: only a folder with a goals file pays for them.
    const { parseGoalsFile } = await import('../../../teamFiles/goalsFile/parseGoalsFile');
    if (!isCurrent()) return;
    const { goals, problems, badEntries, numbers } = parseGoalsFile(content.text, tracker.id);
    this.diagnostics.set(uri, problems.map(toDiagnostic));
    const errors = problems.filter(({ severity }) => severity === 'error');
    this.log.info(`Read ${goals.length} goals from ${uri.fsPath}, with ${errors.length} errors.`);
    const [first] = errors;
    if (goals.length === 0 && first) this.fail(tracker, first.message, badEntries);
    else {
      const said = numbers !== undefined && { numbers };
      this.store.set({ ...tracker, ...said, phase: 'ready', goals, badEntries, asOf: Date.now() });
    }
  }

  forget(folder: string, uri: Uri): void {
    this.diagnostics.delete(uri);
    this.store.remove(trackerIdOf(folder));
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** A file that cannot be used leaves the goals that were read from it before. */
  private fail(tracker: Pick<TrackerState, 'id' | 'name' | 'folder'>, message: string, badEntries = 0): void {
    const before = this.store.get(tracker.id);
    this.store.set({
      ...tracker,
      phase: 'failed',
      goals: before?.goals ?? [],
      fault: { kind: 'invalid', message },
      badEntries,
      ...(before?.asOf !== undefined && { asOf: before.asOf }),
    });
  }
}

function trackerIdOf(folder: string): string {
  return `file:${folder}`;
}

function faultOf(content: Exclude<FileContent, { kind: 'text' | 'missing' }>): string {
  return content.kind === 'tooLarge'
    ? l10n.t(
        'The goals file is {0} MB; at most 2 MB are read. Split it, or move finished goals out.',
        (content.bytes / 1024 / 1024).toFixed(1),
      )
    : l10n.t('The goals file cannot be read: {0}', content.reason);
}
