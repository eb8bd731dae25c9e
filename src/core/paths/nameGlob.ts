import type { PathName, Work } from './pathNames';

/** Any run of characters. */
const anyRun = Symbol('*');
/** One character. */
const anyOne = Symbol('?');

type Atom = string | typeof anyRun | typeof anyOne;

/**
 * One part of a pattern, between two slashes: `*` and `?` stand for characters, a backslash
 * takes the next as it is.
 */
export class NameGlob {
  /** The text of a name that stands for itself; undefined where there are wildcards. */
  readonly literal: string | undefined;
  /** What stands before and after the only wildcard, a `*`. */
  private readonly ends: readonly [start: string, end: string] | undefined;
  private readonly atoms: readonly Atom[];

  constructor(pattern: string) {
    const atoms = atomsOf(pattern);
    const wild = atoms.filter((atom) => typeof atom === 'symbol');
    const run = atoms.indexOf(anyRun);
    if (wild.length === 0) this.literal = atoms.join('');
    else if (wild.length === 1 && run >= 0) {
      this.ends = [atoms.slice(0, run).join(''), atoms.slice(run + 1).join('')];
    }
    // The names that most patterns are made of need no more than their text.
    this.atoms = this.literal === undefined && !this.ends ? atoms : [];
  }

  /** Whether a name is one that the pattern stands for. */
  matches(name: PathName, work: Work): boolean {
    work.steps += 1;
    if (this.literal !== undefined) return name.text === this.literal;
    if (!this.ends) return this.reaches(name, work);
    const [start, end] = this.ends;
    const { text } = name;
    return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
  }

  /**
   * Takes all the ways to lay out the pattern at once: a bit for each place in the name that the part of the pattern
   * read so far can end at. No way is ever gone back on, so the cost is the length of the pattern times that of the
   * name, by the bits of a machine word.
   */
  private reaches(name: PathName, work: Work): boolean {
    const { words, length } = name;
    const reached = new Uint32Array(words);
    reached[0] = 1;
    for (const atom of this.atoms) {
      work.steps += words;
      if (atom === anyRun) spread(reached);
      else {
        const places = atom === anyOne ? undefined : name.placesOf(atom);
        if ((atom !== anyOne && !places) || !advance(reached, places)) return false;
      }
    }
    return (((reached[length >>> 5] ?? 0) >>> (length & 31)) & 1) === 1;
  }
}

/** All places from the first one reached. */
function spread(reached: Uint32Array): void {
  let fill = 0;
  for (let at = 0; at < reached.length; at += 1) {
    const word = reached[at] ?? 0;
    // The lowest bit that is set, and all above it.
    reached[at] = fill | word | -word;
    if (word !== 0) fill = -1;
  }
}

/** One place farther, from where the character stands (anywhere without `places`). Says whether any place is left. */
function advance(reached: Uint32Array, places: Uint32Array | undefined): boolean {
  let carry = 0;
  let left = 0;
  for (let at = 0; at < reached.length; at += 1) {
    const word = reached[at] ?? 0;
    const kept = places ? word & (places[at] ?? 0) : word;
    const next = (kept << 1) | carry;
    carry = kept >>> 31;
    reached[at] = next;
    left |= next;
  }
  return left !== 0;
}

/** The pattern read from left to right; several `*` in a row are one. */
function atomsOf(pattern: string): Atom[] {
  const atoms: Atom[] = [];
  for (const [written] of pattern.matchAll(/\\.|\*+|./gsu)) {
    if (written.startsWith('*')) atoms.push(anyRun);
    else if (written === '?') atoms.push(anyOne);
    else atoms.push(written.length > 1 && written.startsWith('\\') ? written.slice(1) : written);
  }
  return atoms;
}
