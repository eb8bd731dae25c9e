import { readFileSync } from 'node:fs';
import { worldNamed, type World } from './worlds';

/** One row of the table: a text in a world, and what it names there. */
export interface ReferenceRow {
  readonly line: number;
  readonly world: World;
  readonly kind: 'commit' | 'branch';
  readonly text: string;
  /** `KEY evidence` of a commit, `KEY` or `KEY?` (unconfirmed) of a branch; sorted. */
  readonly expected: readonly string[];
}

/** Reads `table.txt`, whose head says how it is written; the worlds of its rows are made anew. */
export function referenceRows(): ReferenceRow[] {
  let world: World | undefined;
  return readFileSync(new URL('table.txt', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((content, index): ReferenceRow[] => {
      const heading = /^\[(.*)\]$/.exec(content)?.[1];
      if (heading !== undefined) {
        world = worldNamed(heading);
        return [];
      }
      if (content === '' || content.startsWith('//')) return [];
      const [, kind, text = '', expected = ''] = /^(commit|branch) (.*?)(?: => (.*))?$/.exec(content) ?? [];
      if (!world || (kind !== 'commit' && kind !== 'branch')) throw new Error(`Line ${index + 1} is no row.`);
      const names = expected.split(', ').filter(Boolean).sort();
      return [{ line: index + 1, world, kind, text: text.replaceAll('\\n', '\n'), expected: names }];
    });
}
