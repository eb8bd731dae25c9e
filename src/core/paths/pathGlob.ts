import { NameGlob } from './nameGlob';
import type { PathName, Work } from './pathNames';

/**
 * A pattern in CODEOWNERS syntax, matched name by name. It is split at each `**` into runs of names, and each run is
 * searched for from left to right: the first match leaves the most for the runs after it, so no run is searched twice.
 */
export class PathGlob {
  private readonly runs: readonly (readonly NameGlob[])[];
  /** The fewest names that must follow the match: 0, or more if the pattern stands for files in a folder. */
  private readonly below: number;
  /** Nothing may follow: `docs/*` matches only the files directly in docs. */
  private readonly isExact: boolean;

  constructor(pattern: string) {
    const text = pattern.normalize().replace(/^\//, '');
    const isFolder = text.endsWith('/');
    const parts = (isFolder ? text.slice(0, -1) : text).split('/');
    const isTied = pattern.startsWith('/') || parts.length > 1;
    // A pattern that ends in ** matches everything in a folder.
    const isAllBelow = isGlobstar(parts.at(-1));
    this.runs = cutAtGlobstars(isTied ? parts : ['**', ...parts]);
    this.below = (isFolder ? 1 : 0) + (isAllBelow ? 1 : 0);
    this.isExact = pattern.endsWith('/*');
  }

  /** The last name that every matching path contains; undefined if no name is certain. */
  get lastLiteral(): string | undefined {
    return this.runs.flat().findLast(({ literal }) => literal !== undefined)?.literal;
  }

  /** Whether the pattern matches a file, or a folder that contains it. */
  matches(names: readonly PathName[], work: Work): boolean {
    let at = 0;
    for (const [index, run] of this.runs.entries()) {
      const last = names.length - run.length;
      const isFixed = index === 0;
      const isAtEnd = this.isExact && index === this.runs.length - 1;
      const from = isAtEnd && !isFixed ? Math.max(at, last) : at;
      const found = firstPlace(run, names, from, isFixed ? from : last, work);
      if (found === undefined) return false;
      at = found + run.length;
    }
    return this.isExact ? at === names.length : names.length - at >= this.below;
  }
}

function firstPlace(
  run: readonly NameGlob[],
  names: readonly PathName[],
  from: number,
  last: number,
  work: Work,
): number | undefined {
  for (let start = from; start <= last; start += 1) {
    const isHere = run.every((glob, offset) => {
      const name = names[start + offset];
      return name !== undefined && glob.matches(name, work);
    });
    if (isHere) return start;
  }
  return undefined;
}

function cutAtGlobstars(parts: readonly string[]): NameGlob[][] {
  const runs: NameGlob[][] = [[]];
  for (const part of parts) {
    if (isGlobstar(part)) runs.push([]);
    else runs.at(-1)?.push(new NameGlob(part));
  }
  return runs;
}

/** As in git, more than two stars between slashes count as two. */
function isGlobstar(part: string | undefined): boolean {
  return part !== undefined && /^\*{2,}$/.test(part);
}
