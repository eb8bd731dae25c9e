import { attribute, rowsWithoutGoal } from '../../core/report/attribution';
import { ReportTargets } from '../../core/report/reportTarget';
import { effortOfClaims, type RepositoryWork } from '../../core/report/repositoryWork';
import { PathQueue } from '../../git/history/pathQueue';
import { canReadLines, landedLines } from '../../git/landing/landedLines';
import { readLandings } from '../../git/landing/readLandings';
import { isBelow } from './pathScope';
import { planHistory } from './planHistory';
import type { ReportPlace, ReportRequest } from './reportRequest';

/** The files of fewer commits are read so quickly that nobody would see an earlier stage. */
const manyCommits = 2000;
/** The lines of fewer landings are read as quickly. */
const manyLandings = 200;

/**
 * Reads what landed on a branch: its commits and, at the same time, the files of those without a goal; then, if
 * requested, the lines.
 *
 * @param name the repository's display name
 * @param tip the full name of the branch's tip
 * @param onStage called with what is known before much more is read
 * @throws {LandingError} {GitError} and the signal's reason
 */
export async function readWork(
  place: ReportPlace,
  { name, tip }: { readonly name: string; readonly tip: string },
  request: ReportRequest & { readonly hasStages?: boolean },
  onStage: (before: RepositoryWork) => void,
  signal?: AbortSignal,
): Promise<RepositoryWork> {
  const { git, root, catalog, references, rules, pathMap } = place;
  const { period, now, bots, path, onProgress } = request;
  const queue = new PathQueue(git, root, signal);
  try {
    const onCommits = (done: number): void => onProgress?.({ phase: 'commits', done });
    const onUnlinked = (shas: readonly string[]): void => queue.add(shas);
    const asked = { ...rules, tip, period, now, bots, within: path, onProgress: onCommits, onUnlinked };
    const landings = await readLandings(git, root, asked, signal);
    const targets = new ReportTargets(catalog, references.home);
    const claims = attribute(landings, targets);
    const work = { name, landings, claims, targets, pathMap };
    const unlinked = new Map(rowsWithoutGoal(landings, claims).map((row) => [row, landings.shas[row] ?? '']));
    queue.add(unlinked.values());
    if (queue.open >= manyCommits && request.hasStages !== true)
      onStage({ ...work, pathsOf: new Map(), pathMap: undefined });
    const reading = queue.finish((done) => onProgress?.({ phase: 'paths', done, of: unlinked.size }));
    // Meanwhile: without a path map, files change nothing in it.
    if (!pathMap) effortOfClaims(landings, claims);
    await reading;
    const isIn = path === undefined ? () => true : isBelow(path);
    const pathsOf = new Map(
      [...unlinked].map(([row, sha]) => [row, (queue.paths.get(sha) ?? []).filter(isIn)]),
    );
    const all = { ...work, pathsOf, ...(await planHistory(place, landings, signal)) };
    if (!request.withLines) return all;
    if (landings.count >= manyLandings && canReadLines(landings)) onStage(all);
    const onLines = (done: number): void => onProgress?.({ phase: 'lines', done });
    const lines = await landedLines(git, root, { tip, landings, within: path, onProgress: onLines }, signal);
    return { ...all, lines };
  } finally {
    queue.dispose();
  }
}
