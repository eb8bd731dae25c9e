import type { Fact } from '../../../src/core/report/facts';

/** A row as a database answers it: whole numbers as text, so that none is rounded. */
export type Row = readonly (string | null)[];

/** The rows that the views of `examples/organisation/v1` must give for merged facts, each query with its answer. */
export function expectedViews(facts: readonly Fact[]): ReadonlyMap<string, readonly Row[]> {
  return new Map([
    [
      'SELECT repository, iso_week, target, goal_key, goal_level, goal_rank, evidence, effort_units, change_units FROM goal_lens_merged_v1',
      facts.map((fact) => [
        ...[fact.repository, fact.week, fact.kind, fact.key, fact.level, String(fact.rank), fact.evidence],
        ...[fact.effort === null ? null : String(fact.effort), String(fact.changes)],
      ]),
    ],
    ['SELECT repository, iso_week FROM goal_lens_counted_twice_v1', []],
    [
      `SELECT target, goal_key, goal_rank, ${sums} FROM goal_lens_goals_v1`,
      grouped(facts, ({ kind, key, rank }) => [kind, key, String(rank)]),
    ],
    [
      `SELECT iso_week, target, goal_rank, ${sums} FROM goal_lens_weeks_v1`,
      grouped(facts, ({ week, kind, rank }) => [week, kind, String(rank)]),
    ],
    [
      'SELECT repository, change_units, unnamed_change_units, unlinked_change_units FROM goal_lens_repositories_v1',
      [...groups(facts, ({ repository }) => [repository]).values()].map(({ name, of }) => [
        ...name,
        changesOf(of),
        changesOf(of.filter(({ evidence }) => evidence !== 'named')),
        changesOf(of.filter(({ kind }) => kind === 'none')),
      ]),
    ],
  ]);
}

/** Rows in an order that no database decides. */
export function ordered(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const sums = 'repositories, effort_units, change_units, changes_without_effort';

function grouped(facts: readonly Fact[], nameOf: (fact: Fact) => string[]): Row[] {
  return [...groups(facts, nameOf).values()].map(({ name, of }) => [
    ...name,
    String(new Set(of.map(({ repository }) => repository)).size),
    String(of.reduce((sum, { effort }) => sum + (effort ?? 0), 0)),
    changesOf(of),
    changesOf(of.filter(({ effort }) => effort === null)),
  ]);
}

function groups(facts: readonly Fact[], nameOf: (fact: Fact) => string[]) {
  const found = new Map<string, { readonly name: string[]; readonly of: Fact[] }>();
  for (const fact of facts) {
    const name = nameOf(fact);
    const group = found.get(JSON.stringify(name));
    if (group) group.of.push(fact);
    else found.set(JSON.stringify(name), { name, of: [fact] });
  }
  return found;
}

function changesOf(facts: readonly Fact[]): string {
  return String(facts.reduce((sum, { changes }) => sum + changes, 0));
}
