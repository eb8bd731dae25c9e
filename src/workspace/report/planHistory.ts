import { GoalCatalog } from '../../core/catalog/goalCatalog';
import type { Landings } from '../../core/report/landings';
import type { PlanVersion } from '../../core/report/planVersion';
import { directGoalsFileParser } from '../../teamFiles/goalsFile/directGoalsFileParser';
import { goalsFileState, goalsFileTracker } from '../../teamFiles/goalsFile/goalsFileState';
import { goalsFilePath } from '../../teamFiles/places';
import type { Git } from '../../git/run/git';

/** Where the plan is, and what is known of it today. */
interface PlanPlace {
  readonly git: Git;
  readonly root: string;
  readonly catalog: GoalCatalog;
  /** The folder of the goals file, as a URI. */
  readonly folder: string;
}

/** How many changes of a plan are followed in one period. */
const maxVersions = 200;

/**
 * How the goals file changed while work landed, as git recorded it: the version before the period, then one for each
 * landing that changed it. Empty if the goals are not in a file of the repository.
 *
 * @throws {GitError} and the signal's reason
 */
export async function planHistory(
  { git, root, catalog, folder }: PlanPlace,
  { shas, landed, base, last }: Landings,
  signal?: AbortSignal,
): Promise<PlanVersion[]> {
  const tracker = goalsFileTracker(folder);
  if (last === undefined || !catalog.trackers.some(({ id }) => id === tracker.id)) return [];
  const range = [last, ...(base === undefined ? [] : [`^${base}`])];
  const which = ['--first-parent', '--format=%H', `--max-count=${maxVersions}`, '--end-of-options', ...range];
  const listed = await git.run(root, ['log', ...which, '--', goalsFilePath], { signal });
  const momentOf = new Map(shas.map((sha, row) => [sha, landed[row] ?? 0]));
  const commits = listed.split('\n').filter(Boolean).reverse();
  const versions: PlanVersion[] = [];
  for (const sha of base === undefined ? commits : [base, ...commits]) {
    const blob = ['cat-file', 'blob', `${sha}:${goalsFilePath}`];
    const text = await git.run(root, blob, { signal, answers: [0, 128] });
    if (text === '') continue;
    const parsed = await directGoalsFileParser.parse(text, tracker.id, signal);
    // A version that cannot be used says nothing: the one before it still holds.
    if (parsed.goals.length === 0) continue;
    const since = momentOf.get(sha) ?? -Infinity;
    versions.push({ since, catalog: new GoalCatalog([goalsFileState(tracker, parsed, 0)]) });
  }
  return versions;
}
