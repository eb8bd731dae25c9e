/** How many of the lowest bits of a candidate's number hold its place; the others hold the position of its term. */
export const placeBits = 4;
/** Masks the place out of a candidate's number. */
export const placeMask = 15;

/**
 * The commits that name something, newest first, stored in columns: 100,000 of them take about 10 MB and no work for
 * the garbage collector. The lists of all rows follow one another; `…Ends` says where each row's list ends. Immutable.
 */
export interface CommitColumns {
  readonly count: number;
  /** Bytes of an object name: 20, or 32 in a SHA-256 repository. */
  readonly shaBytes: number;
  readonly shas: Buffer;
  /** Seconds since 1970. */
  readonly times: Float64Array;
  /** UTF-8. */
  readonly subjects: Buffer;
  readonly subjectEnds: Uint32Array;
  /** Each holds a position in `terms` and, in the lowest four bits, the place. */
  readonly candidates: Uint32Array;
  readonly candidateEnds: Uint32Array;
  /** Positions in `files`. */
  readonly paths: Uint32Array;
  readonly pathEnds: Uint32Array;
  /** 1 where the commit's paths were read. */
  readonly isPathsRead: Uint8Array;
  readonly terms: readonly string[];
  readonly files: readonly string[];
}

/** Columns without commits. */
export const noCommits: CommitColumns = {
  count: 0,
  shaBytes: 20,
  shas: Buffer.alloc(0),
  times: new Float64Array(),
  subjects: Buffer.alloc(0),
  subjectEnds: new Uint32Array(),
  candidates: new Uint32Array(),
  candidateEnds: new Uint32Array(),
  paths: new Uint32Array(),
  pathEnds: new Uint32Array(),
  isPathsRead: new Uint8Array(),
  terms: [],
  files: [],
};

/** The full object name of a row's commit. */
export function shaAt({ shas, shaBytes }: CommitColumns, row: number): string {
  return shas.toString('hex', row * shaBytes, (row + 1) * shaBytes);
}

/** The subject of a row's commit. */
export function subjectAt({ subjects, subjectEnds }: CommitColumns, row: number): string {
  return subjects.toString('utf8', startOf(subjectEnds, row), subjectEnds[row]);
}

/** Where a row's list starts. */
export function startOf(ends: Uint32Array, row: number): number {
  return row === 0 ? 0 : (ends[row - 1] ?? 0);
}

/** A row's list. */
export function listAt(values: Uint32Array, ends: Uint32Array, row: number): Uint32Array {
  return values.subarray(startOf(ends, row), ends[row]);
}

/** What a row's commit could name, and where. */
export function candidatesAt(
  { candidates, candidateEnds, terms }: CommitColumns,
  row: number,
): { readonly place: number; readonly term: string }[] {
  return Array.from(listAt(candidates, candidateEnds, row), (candidate) => ({
    place: candidate & placeMask,
    term: terms[candidate >>> placeBits] ?? '',
  }));
}

/** Whether a row has a candidate in this place. */
export function hasPlace({ candidates, candidateEnds }: CommitColumns, row: number, place: number): boolean {
  return listAt(candidates, candidateEnds, row).some((candidate) => (candidate & placeMask) === place);
}

/** The rows of the given commits that are there, in row order. */
export function* rowsOfCommits(
  columns: CommitColumns,
  commits: Iterable<string>,
): Generator<[row: number, sha: string]> {
  const asked = new Set(commits);
  if (asked.size === 0) return;
  // Few of very many commits are asked for: the first digits rule out most others without creating strings.
  const heads = new Set(Array.from(asked, (sha) => parseInt(sha.slice(0, 8), 16)));
  for (let row = 0; row < columns.count; row += 1) {
    if (!heads.has(columns.shas.readUInt32BE(row * columns.shaBytes))) continue;
    const sha = shaAt(columns, row);
    if (asked.has(sha)) yield [row, sha];
  }
}
