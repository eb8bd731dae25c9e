import { GoalCatalog } from '../../core/catalog/goalCatalog';
import type { Landings } from '../../core/report/landings';
import type { PlanVersion } from '../../core/report/planVersion';
import { directGoalsFileParser } from '../../teamFiles/goalsFile/directGoalsFileParser';
import { goalsFileBytes } from '../../teamFiles/goalsFile/goalsFileBytes';
import type { GoalsFileParser } from '../../teamFiles/goalsFile/goalsFileParser';
import { goalsFileState, goalsFileTracker } from '../../teamFiles/goalsFile/goalsFileState';
import { goalsFilePath } from '../../teamFiles/places';
import type { Git } from '../../git/run/git';
import { goalsFileBlobs, type GoalsFileBlob } from './goalsFileBlobs';

/** Where the plan is, and what is known of it today. */
interface PlanPlace {
  readonly git: Git;
  readonly root: string;
  readonly catalog: GoalCatalog;
  /** The folder of the goals file, as a URI. */
  readonly folder: string;
  /** How its versions are parsed. Default: on this thread. */
  readonly parser?: GoalsFileParser;
}

/** How a plan changed. */
interface PlanHistory {
  /** Oldest first. */
  readonly planVersions: PlanVersion[];
  /** Whether older versions were left out: there are too many, or they are too large together. */
  readonly isPlanCut: boolean;
}

/** How many changes of a plan are followed in one period. */
const maxVersions = 200;
/**
 * How much is read of all versions together, in bytes: 200 versions of a thousand goals. Parsing a megabyte takes a
 * second or two and 12 MB.
 */
const maxBytes = 16 * 1024 * 1024;

/**
 * How the goals file changed while work landed, as git recorded it: the version before the period, then one for each
 * landing that changed it. Empty if the goals are not in a file of the repository.
 *
 * @throws {GitError} and the signal's reason
 */
export async function planHistory(
  { git, root, catalog, folder, parser = directGoalsFileParser }: PlanPlace,
  { shas, landed, base, last }: Landings,
  signal?: AbortSignal,
): Promise<PlanHistory> {
  const tracker = goalsFileTracker(folder);
  if (last === undefined || !catalog.trackers.some(({ id }) => id === tracker.id)) {
    return { planVersions: [], isPlanCut: false };
  }
  const range = [last, ...(base === undefined ? [] : [`^${base}`])];
  const which = ['--first-parent', '--format=%H', `--max-count=${maxVersions + 1}`, '--end-of-options'];
  const listed = await git.run(root, ['log', ...which, ...range, '--', goalsFilePath], { signal });
  const changes = listed.split('\n').filter(Boolean);
  const isMany = changes.length > maxVersions;
  const commits = [...changes.slice(0, maxVersions), ...(isMany || base === undefined ? [] : [base])];
  const blobs = await goalsFileBlobs(git, root, commits, signal);
  const affordable = newestWithin(blobs, maxBytes);
  const momentOf = new Map(shas.map((sha, row) => [sha, landed[row] ?? 0]));
  const catalogs = new Map<string, GoalCatalog | undefined>();
  const planVersions: PlanVersion[] = [];
  for (const { sha, id } of affordable.reverse()) {
    if (!catalogs.has(id)) catalogs.set(id, await catalogOf(id));
    const then = catalogs.get(id);
    // A version that cannot be used says nothing: the one before it still holds.
    if (then) planVersions.push({ since: momentOf.get(sha) ?? -Infinity, catalog: then });
  }
  return { planVersions, isPlanCut: isMany || affordable.length < blobs.length };

  async function catalogOf(id: string): Promise<GoalCatalog | undefined> {
    const call = { signal, maxBytes: goalsFileBytes, answers: [0, 128] };
    const text = await git.run(root, ['cat-file', 'blob', id], call);
    try {
      const parsed = await parser.parse(text, tracker.id, signal);
      return parsed.goals.length > 0 ? new GoalCatalog([goalsFileState(tracker, parsed, 0)]) : undefined;
    } catch {
      // Whatever an old version does to the parser, nobody can mend it any more.
      signal?.throwIfAborted();
      return undefined;
    }
  }
}

/** The first versions that are not larger together than a budget. */
function newestWithin(blobs: readonly GoalsFileBlob[], budget: number): GoalsFileBlob[] {
  let sum = 0;
  const end = blobs.findIndex(({ bytes }) => (sum += bytes) > budget);
  return blobs.slice(0, end === -1 ? undefined : end);
}
