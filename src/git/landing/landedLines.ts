import type { Landings } from '../../core/report/landings';
import { isLockFile } from '../../core/report/lockFiles';
import { LineReplay, type LandedLines } from '../../core/report/lineReplay';
import { mostMeasured } from '../../core/report/rework';
import { FieldSplitter } from '../run/fieldSplitter';
import type { Git } from '../run/git';
import { GitError } from '../run/gitError';
import { generatedFiles } from './generatedFiles';
import { commitMark, PatchParser, type LandedChange } from './patchParser';

/** Which landings to read. */
export interface LinesRequest {
  /** The full name of the branch's tip. */
  readonly tip: string;
  readonly landings: Landings;
  /** Only lines below this file or folder count. */
  readonly within?: string | undefined;
  /** Called with the number of landings read so far. */
  readonly onProgress?: ((landings: number) => void) | undefined;
}

/**
 * The lines that each landing brought in, by its row, and how many of them were soon rewritten. Undefined if there are
 * too many landings, or the repository lacks their contents, as a partial clone does.
 *
 * @throws {GitError} and the signal's reason
 */
export async function landedLines(
  git: Git,
  root: string,
  { tip, landings, within, onProgress }: LinesRequest,
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, LandedLines> | undefined> {
  const rows = landingsAlone(landings);
  if (rows.length > mostMeasured) return undefined;
  const rowOf = new Map(rows.map((row) => [landings.shas[row] ?? '', row]));
  const found = new Map<number, LandedLines>();
  if (rowOf.size === 0) return found;
  const replay = new LineReplay();
  try {
    const range = [
      ...['--end-of-options', tip, ...(landings.base === undefined ? [] : [`^${landings.base}`])],
      ...(within === undefined ? [] : ['--', within]),
    ];
    const generated = await generatedFiles(git, root, await pathsOf(git, root, range, signal), signal);
    for await (const { sha, changes } of changesOf(git, root, range, signal)) {
      const row = rowOf.get(sha);
      if (row === undefined) continue;
      const written = changes.filter(({ path }) => !generated.has(path) && !isLockFile(path));
      found.set(row, replay.land(landings.landed[row] ?? 0, written));
      onProgress?.(found.size);
    }
  } catch (error) {
    if (error instanceof GitError && /promisor|missing|unable to read/.test(error.said)) return undefined;
    throw error;
  }
  return found;
}

const landingsLog = ['-c', 'log.showRoot=true', 'log', '--first-parent', '-m', '--no-relative'];

/** Whether the landings are few enough for `landedLines`. */
export function canReadLines(landings: Landings): boolean {
  return landingsAlone(landings).length <= mostMeasured;
}

/** The rows of the first-parent commits that brought something in. */
function landingsAlone({ broughtBy }: Landings): number[] {
  return [...broughtBy.keys()].filter((row) => broughtBy[row] === row);
}

/** The files that the first-parent commits of a branch changed. */
async function pathsOf(
  git: Git,
  root: string,
  range: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const args = [...landingsLog, '--format=', '--name-only', '-z', '--no-renames', ...range];
  const splitter = new FieldSplitter();
  const paths = new Set<string>();
  for await (const chunk of git.stream(root, args, signal)) {
    for (const path of splitter.push(chunk)) paths.add(path.toString());
  }
  return paths;
}

/** What the first-parent commits of a branch changed, oldest first. */
async function* changesOf(
  git: Git,
  root: string,
  range: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<LandedChange> {
  const patch = [
    ...['-p', '--unified=0', '--inter-hunk-context=0', '--find-renames=100%'],
    ...['--no-color', '--no-ext-diff', '--no-textconv', '--submodule=short', '--diff-algorithm=default'],
    ...['--src-prefix=a/', '--dst-prefix=b/'],
  ];
  const args = [...landingsLog, '--reverse', ...patch, `--format=${commitMark}%H`, ...range];
  const parser = new PatchParser();
  for await (const chunk of git.stream(root, args, signal)) yield* parser.push(chunk);
  yield* parser.finish();
}
