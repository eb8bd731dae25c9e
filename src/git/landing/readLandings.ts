import type { Landings } from '../../core/report/landings';
import { messageFacts, type MessageFacts } from '../../core/report/messageFacts';
import type { ReferenceRules } from '../../core/links/referenceRules';
import { commitsAmong } from '../history/reachable';
import { bordersOf, type RepositoryBorders } from '../history/repositoryView';
import type { Git } from '../run/git';
import { inputLines } from '../run/inputLines';
import { placeOf } from '../run/repositoryPlace';
import { readLog, type LogField } from '../run/readLog';
import { shallowHistory } from './landingError';
import { readLandingLine, type LandingLine } from './landingLine';
import { LandingRows, type RowRules } from './landingRows';

/** What to read. */
export interface LandingRequest extends RowRules {
  /** The full name of the branch's tip. */
  readonly tip: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Only commits that touch this file or folder count; relative to the root, with forward slashes. */
  readonly within?: string | undefined;
  /**
   * Called during reading with commits that certainly have no goal, so that their files can be read meanwhile. Commits
   * that a merge brought in are not among them: the merge may name a goal.
   */
  readonly onUnlinked?: (shas: readonly string[]) => void;
  /** Called with the number of commits read so far. */
  readonly onProgress?: (commits: number) => void;
}

const fields = [
  ...(['sha', 'parents', 'authorName', 'authorEmail', 'authorDay', 'authorTime'] as const),
  ...(['subject', 'body'] as const),
] satisfies readonly LogField[];
/** How far chains of reverts are followed among commits before the period. */
const maxReverts = 4;

/**
 * Reads the commits that landed on a branch since a period began, with one walk along the branch, one log of what it
 * brought in, and the earlier commits that were reverted. Before the period, nothing else is read but a margin of the
 * branch itself.
 *
 * @throws {LandingError} if a shallow clone cuts the period off
 * @throws {GitError} and the signal's reason
 */
export async function readLandings(
  git: Git,
  root: string,
  request: LandingRequest,
  signal?: AbortSignal,
): Promise<Landings> {
  const [view, line] = await Promise.all([
    placeOf(git, root, signal).then((place) => bordersOf(git, root, place, signal)),
    readLandingLine(git, root, request, signal),
  ]);
  const rows = new LandingRows(request);
  const ofLine = request.within === undefined ? landedInPeriod(line, request) : new Set<string>();
  const shallow = new Set(view.shallow);
  let isCut = line.base === undefined && shallow.size > 0;
  if (line.shas.length > 0 && !isCut) {
    const which = ['--end-of-options', request.tip, ...(line.base === undefined ? [] : [`^${line.base}`])];
    for await (const commits of readWords(git, root, { which, view, fields }, signal)) {
      const from = rows.count;
      for (const commit of commits) rows.add(commit);
      isCut ||= commits.some(({ sha }) => shallow.has(sha));
      if (isCut) break;
      request.onUnlinked?.(rows.unlinkedFrom(from, ofLine));
      request.onProgress?.(rows.count);
    }
  }
  if (isCut) throw shallowHistory();
  const reverted = await readReverted(git, root, rows.missingReverts(), request, view, signal);
  const within = await commitsWithin(git, root, request, line, signal);
  return rows.finish(line, reverted, within);
}

/** The first-parent commits that landed in the period, not later. */
function landedInPeriod({ shas, landed }: LandingLine, { period }: LandingRequest): Set<string> {
  return new Set(shas.filter((_, at) => (landed[at] ?? Infinity) < period.end));
}

/** The commits that touch the requested path; undefined if there is none. */
async function commitsWithin(
  git: Git,
  root: string,
  { tip, within }: LandingRequest,
  { base, shas }: LandingLine,
  signal?: AbortSignal,
): Promise<ReadonlySet<string> | undefined> {
  if (within === undefined) return undefined;
  const found = new Set<string>();
  if (shas.length === 0) return found;
  const range = ['--end-of-options', tip, ...(base === undefined ? [] : [`^${base}`])];
  const which = ['--full-history', ...range, '--', within];
  for await (const commits of readLog(git, root, { fields: ['sha'], which }, signal)) {
    for (const { sha } of commits) found.add(sha);
  }
  return found;
}

/** What earlier commits that were reverted in the period say, and the commits that those reverted. */
async function readReverted(
  git: Git,
  root: string,
  shas: readonly string[],
  rules: ReferenceRules,
  view: RepositoryBorders,
  signal?: AbortSignal,
): Promise<Map<string, MessageFacts>> {
  const found = new Map<string, MessageFacts>();
  let open = shas;
  for (let round = 0; round < maxReverts && open.length > 0; round += 1) {
    const present = await commitsAmong(git, root, open, signal);
    // Git takes an empty list for HEAD.
    if (present.length === 0) break;
    const which = ['--no-walk=unsorted', '--stdin'];
    const reading = { which, view, fields: ['sha', 'subject', 'body'] as const, input: present };
    for await (const commits of readWords(git, root, reading, signal)) {
      for (const commit of commits) found.set(commit.sha, messageFacts(commit, rules));
    }
    open = present.flatMap((sha) => found.get(sha)?.reverts ?? []).filter((sha) => !found.has(sha));
  }
  return found;
}

interface Reading<F extends LogField> {
  readonly which: readonly string[];
  readonly view: RepositoryBorders;
  readonly fields: readonly F[];
  readonly input?: readonly string[];
}

/** Commits with their notes, if there are any: git complains about a notes ref that does not exist. */
async function* readWords<F extends LogField>(
  git: Git,
  root: string,
  { which, view, fields, input = [] }: Reading<F>,
  signal?: AbortSignal,
): AsyncGenerator<Readonly<Record<F | 'note', string>>[]> {
  const call = { input: inputLines(input), signal };
  if (view.notes !== undefined) {
    yield* readLog(git, root, { fields: [...fields, 'note' as const], which }, call);
    return;
  }
  for await (const commits of readLog(git, root, { fields, which }, call)) {
    yield commits.map((commit) => Object.assign(commit, { note: '' }));
  }
}
