import { EventEmitter, l10n, languages, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import { pathMapPath } from '../../../teamFiles/places';
import type { GoalStore } from '../../../core/catalog/goalStore';
import type { PathMap } from '../../../core/paths/pathMap';
import { unknownKeys } from '../../../core/check/unknownKeys';
import { Disposables } from '../../../core/disposables';
import { RootFiles, type RootFileReader } from './rootFiles';
import type { Roots } from './roots';
import { toDiagnostic, type FileProblem } from './toDiagnostic';
import type { FileContent } from './watchedFile';

/** The largest path map that is read, in bytes. */
const maxBytes = 1024 * 1024;

/** Every root's path map, kept current, with its problems reported. */
export class PathMaps implements Disposable, RootFileReader {
  private readonly owned = new Disposables();
  private readonly diagnostics = this.owned.add(languages.createDiagnosticCollection('goal-lens-paths'));
  private readonly maps = new Map<string, PathMap>();
  private readonly changed = this.owned.add(new EventEmitter<void>());
  readonly files: RootFiles;

  /** Fires when a map was read, changed or removed. */
  readonly onDidChange = this.changed.event;

  constructor(
    roots: Roots,
    private readonly store: GoalStore,
    log: LogOutputChannel,
  ) {
    this.files = this.owned.add(new RootFiles(roots, pathMapPath, maxBytes, this, log));
    this.owned.add(store.onDidChange(() => this.report()));
  }

  /** The map of one root. */
  get(root: Uri): PathMap | undefined {
    return this.maps.get(root.toString());
  }

  /** The pattern on a line of a root's map, as written. */
  patternAt(root: Uri, line: number): string | undefined {
    return this.get(root)?.list.find((rule) => rule.line === line)?.pattern;
  }

  async use(folder: string, uri: Uri, content: FileContent, signal: AbortSignal): Promise<void> {
    if (content.kind !== 'text') {
      this.forget(folder, uri);
      if (content.kind !== 'missing') this.diagnostics.set(uri, [toDiagnostic(faultOf(content))]);
      return;
    }
    const { parsePathMap } = await import('../../../core/paths/pathMap');
    if (signal.aborted) return;
    this.maps.set(folder, parsePathMap(content.text));
    this.report();
    this.changed.fire();
  }

  forget(folder: string, uri: Uri): void {
    this.diagnostics.delete(uri);
    if (this.maps.delete(folder)) this.changed.fire();
  }

  dispose(): void {
    this.owned.dispose();
  }

  private report(): void {
    for (const [folder, uri] of this.files.uris) {
      const map = this.maps.get(folder);
      if (map) this.diagnostics.set(uri, this.problemsOf(folder, map).map(toDiagnostic));
    }
  }

  /** The map's own problems, and its keys that no tracker has. */
  private problemsOf(folder: string, map: PathMap): FileProblem[] {
    return [...map.problems, ...unknownKeys(map.keys, this.store.catalog, folder)].map(
      ({ severity, message, line, startColumn, endColumn }) => ({
        severity,
        message,
        range: { startLine: line, startColumn, endLine: line, endColumn },
      }),
    );
  }
}

function faultOf(content: Exclude<FileContent, { kind: 'text' | 'missing' }>): FileProblem {
  const message =
    content.kind === 'tooLarge'
      ? l10n.t(
          'The path map is {0} MB; at most 1 MB is read. Replace single files with patterns.',
          (content.bytes / 1024 / 1024).toFixed(1),
        )
      : l10n.t('The path map cannot be read: {0}', content.reason);
  return { severity: 'error', message, range: { startLine: 0, startColumn: 0, endLine: 0, endColumn: 0 } };
}
