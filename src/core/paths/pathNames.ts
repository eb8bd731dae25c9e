/** Counts what matching costs, so that tests can hold its growth. */
export interface Work {
  /** Names compared, and machine words gone through for each character of a pattern. */
  steps: number;
}

/** One name in a path, between two slashes, and the places of each of its characters as a set of bits. */
export class PathName {
  /** In code points: `?` stands for one. */
  readonly length: number;
  /** How many machine words hold one bit for each place in the name, and one for its end. */
  readonly words: number;
  private places: Map<string, Uint32Array> | undefined;

  readonly text: string;

  /** File systems give the same name in one Unicode form or the other, whatever it was written in. */
  constructor(written: string) {
    this.text = written.normalize();
    const { text } = this;
    this.length = lengthOf(text);
    this.words = (this.length >>> 5) + 1;
  }

  /** The places where a character stands; undefined where it does not. */
  placesOf(character: string): Uint32Array | undefined {
    this.places ??= this.indexed();
    return this.places.get(character);
  }

  private indexed(): Map<string, Uint32Array> {
    const places = new Map<string, Uint32Array>();
    let at = 0;
    for (const character of this.text) {
      let bits = places.get(character);
      if (!bits) places.set(character, (bits = new Uint32Array(this.words)));
      bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
      at += 1;
    }
    return places;
  }
}

/** The names in a relative path; undefined if it is empty, absolute or leaves the folder. */
export function namesOf(path: string): readonly PathName[] | undefined {
  if (/^[A-Za-z]:\//.test(path)) return undefined;
  const names = path.split('/');
  if (names.some((name) => name === '' || name === '.' || name === '..')) return undefined;
  return names.map((name) => new PathName(name));
}

function lengthOf(text: string): number {
  return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '_').length;
}
