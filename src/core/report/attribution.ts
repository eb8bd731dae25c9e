import type { PathMap } from '../paths/pathMap';
import { dayUnits, divide, divideEqually } from './dayUnits';
import { changeRows, type Landings } from './landings';
import type { MessageFacts } from './messageFacts';
import { noGoal, type ReportTarget, type ReportTargets } from './reportTarget';

/** How a commit's goal is known, from the strongest to the weakest. */
export const evidences = ['named', 'reverted', 'merge', 'paths', 'declared', 'none'] as const;
/**
 * One kind of evidence: the commit names the goal; the commit that it reverts does; the merge that landed it does; the
 * path map assigns its files to the goal; the commit declares that it has no goal; there is no evidence.
 */
export type Evidence = (typeof evidences)[number];

/** A claim that a commit serves a target. */
export interface Claim {
  readonly target: ReportTarget;
  readonly evidence: Evidence;
  /** Its share of the commit, in `dayUnits`; the shares of one commit sum to `dayUnits`. */
  readonly share: number;
  /** What the target may claim of a day, in `dayUnits`: all named targets claim alike, files claim by their number. */
  readonly weight: number;
}

type Claims = readonly Claim[];

const unlinked: Claims = [{ target: noGoal, evidence: 'none', share: dayUnits, weight: dayUnits }];
const declared: Claims = [{ target: noGoal, evidence: 'declared', share: dayUnits, weight: dayUnits }];
/** How far a revert of a revert of a revert … is followed. */
const maxReverts = 20;

/**
 * What each change serves, by the first source with an answer: the keys that it names, the commit that it reverts, the
 * merge that landed it. Leaves out a goal above another one that the commit also serves.
 */
export function attribute(landings: Landings, targets: ReportTargets): Map<number, readonly Claim[]> {
  let rowOf: ReadonlyMap<string, number> | undefined;
  const factsOf = (sha: string): MessageFacts | undefined => {
    // Only needed from the first revert on, and large.
    rowOf ??= new Map(landings.shas.map((each, row) => [each, row]));
    const row = rowOf.get(sha);
    return row === undefined ? landings.reverted.get(sha) : landings.facts[row];
  };
  const claims = new Map<number, readonly Claim[]>();
  // Most commits name one goal, and thousands name the same one: they share a list of claims.
  const shared = {
    named: new Map<string, Claims>(),
    reverted: new Map<string, Claims>(),
    merge: new Map<string, Claims>(),
  };
  const claimsOf = (keys: readonly string[], evidence: keyof typeof shared): Claims => {
    const id = keys.join(' ');
    let found = shared[evidence].get(id);
    if (!found) shared[evidence].set(id, (found = equally(targets.ofAll(keys), evidence)));
    return found;
  };
  for (const row of changeRows(landings, { later: true })) {
    const facts = landings.facts[row];
    if (!facts) continue;
    const named = facts.keys;
    if (named.length > 0) claims.set(row, claimsOf(named, 'named'));
    else if (facts.withoutGoal !== undefined) claims.set(row, declared);
    else {
      const reverted = keysOfReverted(facts, factsOf);
      const merge = landings.broughtBy[row] ?? row;
      const keys = reverted.length > 0 ? reverted : merge === row ? [] : (landings.facts[merge]?.keys ?? []);
      const evidence = reverted.length > 0 ? 'reverted' : 'merge';
      claims.set(row, keys.length > 0 ? claimsOf(keys, evidence) : unlinked);
    }
  }
  return claims;
}

/** The rows of the period that only their files can link. */
export function unlinkedRows(landings: Landings, claims: ReadonlyMap<number, readonly Claim[]>): number[] {
  return [...changeRows(landings)].filter((row) => claims.get(row) === unlinked);
}

/** The rows of the period without a goal: unlinked, or declared to serve none. */
export function rowsWithoutGoal(landings: Landings, claims: ReadonlyMap<number, readonly Claim[]>): number[] {
  return [...changeRows(landings)].filter((row) => claims.get(row)?.[0]?.target === noGoal);
}

/** What the path map assigns to a commit that touched these files, by share of files. */
export function claimsOfPaths(
  paths: readonly string[],
  map: PathMap,
  targets: ReportTargets,
): readonly Claim[] {
  const weights = new Map<ReportTarget, number>();
  for (const path of paths) {
    const served = targets.ofAll(map.match(path)?.keys ?? []);
    const of = served.length === 0 ? [noGoal] : served;
    divideEqually(dayUnits, of.length).forEach((weight, at) => {
      const target = of[at] ?? noGoal;
      weights.set(target, (weights.get(target) ?? 0) + weight);
    });
  }
  if ([...weights.keys()].every((target) => target === noGoal)) return unlinked;
  const ordered = [...weights].sort(([a], [b]) => compareIds(a.id, b.id));
  const shares = divide(
    dayUnits,
    ordered.map(([, weight]) => weight),
  );
  return ordered.map(([target], at): Claim => {
    const share = shares[at] ?? 0;
    return { target, evidence: target === noGoal ? 'none' : 'paths', share, weight: share };
  });
}

/** A commit's claims if it names the goals itself; everything else counts as without a goal. */
export function strictly(claims: readonly Claim[]): readonly Claim[] {
  return claims.every(({ evidence }) => evidence === 'named') ? claims : unlinked;
}

/** The order in which parts are listed and remainders given out. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function equally(targets: readonly ReportTarget[], evidence: Evidence): readonly Claim[] {
  const ordered = [...targets].sort((a, b) => compareIds(a.id, b.id));
  const shares = divideEqually(dayUnits, ordered.length);
  return ordered.map((target, at) => ({ target, evidence, share: shares[at] ?? 0, weight: dayUnits }));
}

function keysOfReverted(
  facts: MessageFacts,
  factsOf: (sha: string) => MessageFacts | undefined,
): readonly string[] {
  const seen = new Set<string>();
  let open = facts.reverts;
  for (let depth = 0; depth < maxReverts && open.length > 0; depth += 1) {
    const found = open.flatMap((sha) => (seen.has(sha) ? [] : (factsOf(sha) ?? [])));
    open.forEach((sha) => seen.add(sha));
    const keys = found.flatMap((each) => each.keys);
    if (keys.length > 0) return keys;
    open = found.flatMap(({ reverts }) => reverts);
  }
  return [];
}
