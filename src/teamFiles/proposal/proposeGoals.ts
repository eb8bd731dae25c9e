import { appendTo } from '../../core/appendTo';
import { patternFor, unmappable } from '../../core/paths/addPathRule';
import type { NewGoal } from '../goalsFile/editing/goalEntry';
import { readCodeOwners, type OwnedArea } from './codeOwners';
import { titleOfBranch, titleOfSubject } from './proposedTitle';
import { tracedKeys } from './tracedKeys';

/** What a proposal is based on. */
export interface Traces {
  readonly branch?: string;
  readonly branches: readonly string[];
  readonly commits: readonly { readonly subject: string; readonly paths: readonly string[] }[];
  /** The text of the code owners file. */
  readonly codeOwners?: string;
}

/** Goals and path rules that a repository's own branches, commits and code owners suggest. */
export interface Proposal {
  readonly goals: readonly NewGoal[];
  readonly rules: readonly { readonly pattern: string; readonly keys: readonly string[] }[];
}

/** More than this would be a list to sort out, not one to start from. */
const maxProposed = 12;
const standing =
  /^(?:main|master|trunk|dev|develop|development|staging|production|gh-pages|(?:release|support|dependabot|renovate)[/-].*)$/i;

/**
 * Proposes goals for a repository: what its branches and recent commits name, the current branch's first; if they name
 * nothing, its branches themselves.
 *
 * @param isKnown whether a tracker already has a key, which then needs no entry
 */
export function proposeGoals(traces: Traces, isKnown: (key: string) => boolean): Proposal {
  const { branch, commits } = traces;
  const branches = [...new Set([...(branch === undefined ? [] : [branch]), ...traces.branches])];
  const { keys, keysIn } = tracedKeys(
    branches,
    commits.map(({ subject }) => subject),
  );
  const named = keys.filter((key) => !isKnown(key)).slice(0, maxProposed);
  if (named.length === 0) {
    const others = branches.filter((name) => keysIn(name).length === 0);
    return { goals: goalsOfBranches(others), rules: [] };
  }
  const areaOf = readCodeOwners(traces.codeOwners ?? '');
  const rules = new Map<string, string[]>();
  const goals = named.map((key): NewGoal => {
    const own = branches.find((each) => keysIn(each).includes(key));
    const its = commits.filter(({ subject }) => keysIn(subject).includes(key));
    const area = mainArea(
      its.flatMap(({ paths }) => paths),
      areaOf,
    );
    if (area) appendTo(rules, area.pattern, key);
    const titles = [
      ...(own === undefined ? [] : [titleOfBranch(own, key)]),
      ...its.map(({ subject }) => titleOfSubject(subject, key)),
    ];
    const title = titles.find((each) => each !== '') ?? key;
    return {
      key,
      title,
      level: 'item',
      ...(own !== undefined && { status: 'active' }),
      ...(area?.owner !== undefined && { owner: area.owner }),
    };
  });
  return { goals, rules: [...rules].map(([pattern, itsKeys]) => ({ pattern, keys: itsKeys })) };
}

function goalsOfBranches(branches: readonly string[]): NewGoal[] {
  return branches
    .filter((name) => !standing.test(name))
    .map((name) => titleOfBranch(name, undefined))
    .filter((title) => title !== '')
    .slice(0, maxProposed)
    .map((title, at) => ({ key: `GOAL-${at + 1}`, title, level: 'item', status: 'active' }));
}

/** Where at least half of the files are: under a rule of the code owners, else in a folder two levels deep. */
function mainArea(
  paths: readonly string[],
  ownedArea: (path: string) => OwnedArea | undefined,
): OwnedArea | undefined {
  const counts = new Map<string, { readonly area: OwnedArea; count: number }>();
  for (const path of paths) {
    const owned = ownedArea(path);
    const area = owned && owned.pattern !== '*' ? owned : folderOf(path);
    if (!area) continue;
    const found = counts.get(area.pattern) ?? { area, count: 0 };
    found.count += 1;
    counts.set(area.pattern, found);
  }
  const most = [...counts.values()].sort((a, b) => b.count - a.count)[0];
  return most && most.count * 2 >= paths.length ? most.area : undefined;
}

function folderOf(path: string): OwnedArea | undefined {
  const folder = path.split('/').slice(0, -1).slice(0, 2).join('/');
  if (folder === '' || unmappable(folder, true) !== undefined) return undefined;
  return { pattern: patternFor(folder, true) };
}
