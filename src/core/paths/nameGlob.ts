import type { PathName, Work } from './pathNames';

/** Any run of characters. */
const anyRun = Symbol('*');
/** One character. */
const anyOne = Symbol('?');

type Atom = string | typeof anyRun | typeof anyOne;

/**
 * One part of a pattern, between two slashes: `*` and `?` are wildcards, and a backslash takes the next character
 * literally.
 */
export class NameGlob {
  /** The name that the pattern matches literally; undefined if it has wildcards. */
  readonly literal: string | undefined;
  /** What precedes and follows the only wildcard, a `*`. */
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
    // The names that make up most patterns need only a text comparison.
    this.atoms = this.literal === undefined && !this.ends ? atoms : [];
  }

  /** Whether the pattern matches a name. */
  matches(name: PathName, work: Work): boolean {
    work.steps += 1;
    if (this.literal !== undefined) return name.text === this.literal;
    if (!this.ends) return this.reaches(name, work);
    const [start, end] = this.ends;
    const { text } = name;
    return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
  }

  /**
   * Tries all ways of matching at once: a bit for each position in the name at which the part of the pattern read so
   * far can end. There is no backtracking, so the cost is the pattern's length times the name's, divided by the bits in
   * a machine word.
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

/** All positions from the first one reached. */
function spread(reached: Uint32Array): void {
  let fill = 0;
  for (let at = 0; at < reached.length; at += 1) {
    const word = reached[at] ?? 0;
    // The lowest set bit and all bits above it.
    reached[at] = fill | word | -word;
    if (word !== 0) fill = -1;
  }
}

/**
 * Advances one position where the character occurs (anywhere without `places`). Returns whether any position is left.
 */
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

/** The pattern's tokens from left to right; several `*` in a row become one. */
function atomsOf(pattern: string): Atom[] {
  const atoms: Atom[] = [];
  for (const [written] of pattern.matchAll(/\\.|\*+|./gsu)) {
    if (written.startsWith('*')) atoms.push(anyRun);
    else if (written === '?') atoms.push(anyOne);
    else atoms.push(written.length > 1 && written.startsWith('\\') ? written.slice(1) : written);
  }
  return atoms;
}
