import type { Fact } from '../../core/report/facts';
import { oneLine } from '../oneLine';

/** Facts, one per line, with fields always in the same order, so that equal facts are equal bytes. */
export function factsText(facts: readonly Fact[]): string {
  return facts
    .map(({ repository, week, kind, key, title, level, rank, evidence, effort, changes }) =>
      JSON.stringify({
        schema: 'goal-lens/fact-v1',
        repository: oneLine(repository),
        week,
        kind,
        key: oneLine(key),
        title: oneLine(title),
        level,
        rank,
        evidence,
        effort,
        changes,
      }),
    )
    .map((line) => `${line}\n`)
    .join('');
}
