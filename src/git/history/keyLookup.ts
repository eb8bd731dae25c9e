import { appendTo } from '../../core/appendTo';
import type { TermReference } from '../../core/links/commitTerms';
import type { ReferenceRules } from '../../core/links/referenceRules';
import { keysOfTerm, placeOf, placeOfReference } from './candidates';
import { placeBits, placeMask, rowsOfCommits, startOf, type CommitColumns } from './commitColumns';

/** Rows that name some key. */
export interface FoundRows {
  /** Newest first. */
  readonly rows: Uint32Array;
  /** The strongest place of a found row, as a position in `evidences`. */
  readonly placeOf: (row: number) => number;
}

const byTracker = placeOf('tracker');

/** Finds the commits that name a key under certain rules, or that a tracker ties to it. */
export class KeyLookup {
  /** For each term, the rows of its candidates, one after the other. */
  private readonly rows: Uint32Array;
  private readonly places: Uint8Array;
  private readonly ends: Uint32Array;
  private readonly termsOfKey = new Map<
    string,
    { readonly term: number; readonly reference: TermReference }[]
  >();
  /** The rows that trackers tie to keys. */
  private readonly tiedRows = new Map<string, number[]>();

  /** @param known what terms stand for under these rules; grows, so that the next look-up can reuse it */
  constructor(
    private readonly columns: CommitColumns,
    rules: ReferenceRules,
    known: Map<string, readonly TermReference[]>,
  ) {
    const { terms, candidates, candidateEnds, count } = columns;
    this.ends = endsByTerm(candidates, terms.length);
    this.rows = new Uint32Array(candidates.length);
    this.places = new Uint8Array(candidates.length);
    const next = Uint32Array.from(terms, (_, term) => startOf(this.ends, term));
    for (let row = 0, at = 0; row < count; row += 1) {
      for (const end = candidateEnds[row] ?? 0; at < end; at += 1) {
        const candidate = candidates[at] ?? 0;
        const term = candidate >>> placeBits;
        const slot = next[term] ?? 0;
        next[term] = slot + 1;
        this.rows[slot] = row;
        this.places[slot] = candidate & placeMask;
      }
    }
    terms.forEach((text, term) => {
      let references = known.get(text);
      if (!references) known.set(text, (references = keysOfTerm(text, rules)));
      for (const reference of references) {
        appendTo(this.termsOfKey, reference.key, { term, reference });
      }
    });
    const tied = new Map(rules.code?.commits());
    for (const [row, sha] of rowsOfCommits(columns, tied.keys())) {
      for (const key of tied.get(sha) ?? []) {
        appendTo(this.tiedRows, key, row);
      }
    }
  }

  /** How many keys the commits name. */
  get keyCount(): number {
    return this.keys().size;
  }

  /** The rows that name any of the keys, which are in the form in which keys are compared. */
  find(keys: Iterable<string>): FoundRows {
    const marks = new Uint8Array(this.columns.count);
    const found: number[] = [];
    const add = (row: number, place: number): void => {
      const before = marks[row] ?? 0;
      if (before === 0) found.push(row);
      if (before === 0 || place + 1 < before) marks[row] = place + 1;
    };
    for (const key of keys) {
      for (const row of this.tiedRows.get(key) ?? []) add(row, byTracker);
      for (const { term, reference } of this.termsOfKey.get(key) ?? []) {
        const end = this.ends[term] ?? 0;
        for (let at = startOf(this.ends, term); at < end; at += 1) {
          add(this.rows[at] ?? 0, placeOfReference(this.places[at] ?? 0, reference));
        }
      }
    }
    return { rows: Uint32Array.from(found).sort(), placeOf: (row) => (marks[row] ?? 0) - 1 };
  }

  /** The rows that name any key. */
  findAll(): FoundRows {
    return this.find(this.keys());
  }

  private keys(): Set<string> {
    return new Set([...this.termsOfKey.keys(), ...this.tiedRows.keys()]);
  }
}

function endsByTerm(candidates: Uint32Array, terms: number): Uint32Array {
  const ends = new Uint32Array(terms);
  for (const candidate of candidates) {
    const term = candidate >>> placeBits;
    ends[term] = (ends[term] ?? 0) + 1;
  }
  let sum = 0;
  for (let term = 0; term < terms; term += 1) ends[term] = sum += ends[term] ?? 0;
  return ends;
}
