import type { GoalCatalog } from '../catalog/goalCatalog';
import type { RepositoryHome } from '../catalog/repositoryHome';
import type { Goal } from '../goal/goal';
import { trackerWithBrokenEntry } from '../tracker/brokenEntry';
import { normalizeKey } from '../goal/goalKey';
import type { ReferenceRules } from '../links/referenceRules';
import type { PathMap } from '../paths/pathMap';
import { namedKeys, type NamedKeys } from '../report/namedKeys';
import { ReportTargets } from '../report/reportTarget';
import { goalView } from '../views/goalView';
import type { CheckRule, Severity } from './checkRules';
import { trailerFaults, type TrailerFault } from './trailerFaults';

/** A commit to check. */
export interface CheckedCommit {
  readonly sha: string;
  readonly subject: string;
  readonly body: string;
  readonly note: string;
  readonly isMerge: boolean;
  readonly isBot: boolean;
  /** The files that it touches. */
  readonly paths: readonly string[];
}

/** The input of a check. */
export interface CheckInput {
  /** In any order, which the findings keep. */
  readonly commits: readonly CheckedCommit[];
  /** The message that the commits would be squashed into: the pull request's text. */
  readonly message: string | undefined;
  readonly catalog: GoalCatalog;
  readonly home: RepositoryHome | undefined;
  /** How commits name goals here. */
  readonly rules: ReferenceRules;
  readonly pathMap: PathMap | undefined;
  readonly severities: Readonly<Record<CheckRule, Severity>>;
}

/** Something that a check found. */
export interface CheckFinding {
  readonly rule: CheckRule;
  readonly severity: Exclude<Severity, 'off'>;
  /** Absent if it concerns all commits together. */
  readonly commit?: CheckedCommit;
  readonly key?: string;
  readonly goal?: Goal;
  /** The tracker whose entry of an unknown key has an error. */
  readonly brokenIn?: string;
  /** The line at fault. */
  readonly fault?: TrailerFault;
  /** What the files serve according to the path map. */
  readonly mapped?: readonly string[];
}

/** What a check found, and what it did not look at. */
export interface CheckResult {
  readonly findings: readonly CheckFinding[];
  readonly checked: number;
  readonly exempt: { readonly merges: number; readonly reverts: number; readonly bots: number };
  /** Commits that declare that they serve no goal, and why. */
  readonly declared: readonly { readonly commit: CheckedCommit; readonly reason: string }[];
  /** Whether keys were compared with goals: not if no goals are known. */
  readonly isVerified: boolean;
}

const revertSyntax = /^Revert "|^This reverts commit [0-9a-f]{7,64}\b/m;

/** Checks the commits of a branch. Merges, reverts and bots' commits are exempt. */
export function checkCommits(input: CheckInput): CheckResult {
  const { commits, catalog, rules } = input;
  const exempt = { merges: 0, reverts: 0, bots: 0 };
  const found: Omit<CheckFinding, 'severity'>[] = [];
  const declared: { commit: CheckedCommit; reason: string }[] = [];
  const named = new Set<string>();
  const isVerified = catalog.trackers.some(({ goals }) => goals.length > 0);
  let checked = 0;
  for (const commit of commits) {
    const reason = exemption(commit);
    if (reason) {
      exempt[reason] += 1;
      continue;
    }
    checked += 1;
    const names = namedKeys(commit, rules);
    names.keys.forEach((key) => named.add(key));
    if (names.withoutGoal !== undefined && names.keys.length === 0) {
      declared.push({ commit, reason: names.withoutGoal });
    }
    found.push(...findingsOf(commit, names, isVerified, input));
  }
  found.push(...lostOnSquash(named, input));
  const findings = found.flatMap((each): CheckFinding[] => {
    const severity = input.severities[each.rule];
    return severity === 'off' ? [] : [{ ...each, severity }];
  });
  return { findings, checked, exempt, declared, isVerified };
}

function exemption({
  isMerge,
  isBot,
  subject,
  body,
}: CheckedCommit): 'merges' | 'reverts' | 'bots' | undefined {
  if (isMerge) return 'merges';
  if (isBot) return 'bots';
  return revertSyntax.test(`${subject}\n${body}`) ? 'reverts' : undefined;
}

function findingsOf(
  commit: CheckedCommit,
  { keys, withoutGoal }: NamedKeys,
  isVerified: boolean,
  { catalog, home, pathMap, rules }: CheckInput,
): Omit<CheckFinding, 'severity'>[] {
  const faults = trailerFaults(commit.subject, commit.body, rules.trailer);
  const found: Omit<CheckFinding, 'severity'>[] = faults.map((fault) => ({
    rule: 'malformed-trailer' as const,
    commit,
    fault,
  }));
  for (const key of keys) {
    const goal = catalog.in(home).find(key);
    if (!goal) {
      const brokenIn = trackerWithBrokenEntry(catalog.trackers, key)?.name;
      if (isVerified)
        found.push({ rule: 'unknown-goal', commit, key, ...(brokenIn !== undefined && { brokenIn }) });
    } else if (goal.status?.category === 'dropped') {
      found.push({ rule: 'dropped-goal', commit, key: goal.key, goal });
    } else if (goal.status?.category === 'done') {
      found.push({ rule: 'closed-goal', commit, key: goal.key, goal });
    }
  }
  const mapped = mappedKeys(commit.paths, pathMap);
  if (keys.length === 0 && withoutGoal === undefined && faults.length === 0 && mapped.length === 0) {
    found.push({ rule: 'no-goal', commit });
  }
  if (isElsewhere(keys, mapped, new ReportTargets(catalog, home))) {
    found.push({ rule: 'path-mismatch', commit, mapped });
  }
  return found;
}

/** Whether the files serve initiatives other than the commit's. */
function isElsewhere(keys: readonly string[], mapped: readonly string[], targets: ReportTargets): boolean {
  const served = new Set(keys.map((key) => targets.of(key).bucket));
  return keys.length > 0 && mapped.length > 0 && !mapped.some((key) => served.has(targets.of(key).bucket));
}

/** Goals that the commits name, but the message that they would be squashed into does not, nor any goal below them. */
function lostOnSquash(
  named: ReadonlySet<string>,
  { message, catalog, home, rules }: CheckInput,
): Omit<CheckFinding, 'severity'>[] {
  if (message === undefined) return [];
  const [subject = '', ...rest] = message.split('\n');
  const words = { subject, body: rest.join('\n').trim(), note: '' };
  const kept = new Set(namedKeys(words, rules).keys);
  for (const key of [...kept]) {
    const goal = catalog.in(home).find(key);
    if (goal) goalView(goal, catalog).ancestors.forEach((each) => kept.add(normalizeKey(each.key)));
  }
  return [...named].filter((key) => !kept.has(key)).map((key) => ({ rule: 'lost-on-squash', key }));
}

function mappedKeys(paths: readonly string[], map: PathMap | undefined): readonly string[] {
  return map ? [...new Set(paths.flatMap((path) => map.match(path)?.keys ?? []))] : [];
}
