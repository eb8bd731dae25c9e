import type { Candidate } from './candidates';
import { placeBits, placeMask, startOf, type CommitColumns } from './commitColumns';
import { GrowingColumn, StringPool } from './growingColumn';

/** A commit that names something, as it was read. */
export interface CommitRow {
  readonly sha: string;
  readonly time: number;
  readonly subject: string;
  readonly candidates: readonly Candidate[];
}

/** Builds columns from rows, newest first; strings that no row needs any more are left behind. */
export class ColumnsBuilder {
  private readonly shas: Buffer;
  private readonly times: Float64Array;
  private readonly isPathsRead: Uint8Array;
  private readonly subjects: Buffer[] = [];
  private subjectBytes = 0;
  private readonly subjectEnds = new GrowingColumn();
  private readonly candidates = new GrowingColumn();
  private readonly candidateEnds = new GrowingColumn();
  private readonly paths = new GrowingColumn();
  private readonly pathEnds = new GrowingColumn();
  private readonly terms = new StringPool();
  private readonly files = new StringPool();
  private readonly copies = new Map<CommitColumns, { terms: Int32Array; files: Int32Array }>();
  private count = 0;

  constructor(
    maxCount: number,
    private readonly shaBytes: number,
  ) {
    this.shas = Buffer.alloc(maxCount * shaBytes);
    this.times = new Float64Array(maxCount);
    this.isPathsRead = new Uint8Array(maxCount);
  }

  /** Adds a commit as it was read; `paths` if they are known. */
  add({ sha, time, subject, candidates }: CommitRow, paths?: readonly string[]): void {
    this.shas.write(sha, this.count * this.shaBytes, 'hex');
    this.addSubject(Buffer.from(subject));
    for (const { place, term } of candidates) {
      this.candidates.push((this.terms.positionOf(term) << placeBits) | place);
    }
    for (const path of paths ?? []) this.paths.push(this.files.positionOf(path));
    this.endRow(time, paths !== undefined);
  }

  /** Adds the rows of other columns from `start` up to, but not including, `end`. */
  copy(from: CommitColumns, start: number, end: number): void {
    const { shaBytes, shas, subjects, subjectEnds, candidateEnds, pathEnds } = from;
    if (start >= end) return;
    shas.copy(this.shas, this.count * shaBytes, start * shaBytes, end * shaBytes);
    this.times.set(from.times.subarray(start, end), this.count);
    this.isPathsRead.set(from.isPathsRead.subarray(start, end), this.count);
    const subjectsAt = startOf(subjectEnds, start);
    this.subjects.push(subjects.subarray(subjectsAt, subjectEnds[end - 1]));
    this.subjectEnds.append(subjectEnds.subarray(start, end), this.subjectBytes - subjectsAt);
    this.subjectBytes += (subjectEnds[end - 1] ?? 0) - subjectsAt;
    const candidatesAt = startOf(candidateEnds, start);
    const pathsAt = startOf(pathEnds, start);
    this.candidateEnds.append(candidateEnds.subarray(start, end), this.candidates.length - candidatesAt);
    this.pathEnds.append(pathEnds.subarray(start, end), this.paths.length - pathsAt);
    const maps = this.mapsOf(from);
    for (const candidate of from.candidates.subarray(candidatesAt, candidateEnds[end - 1])) {
      const term = moved(candidate >>> placeBits, maps.terms, from.terms, this.terms);
      this.candidates.push((term << placeBits) | (candidate & placeMask));
    }
    for (const path of from.paths.subarray(pathsAt, pathEnds[end - 1])) {
      this.paths.push(moved(path, maps.files, from.files, this.files));
    }
    this.count += end - start;
  }

  finish(): CommitColumns {
    return {
      count: this.count,
      shaBytes: this.shaBytes,
      shas: Buffer.from(this.shas.subarray(0, this.count * this.shaBytes)),
      times: this.times.slice(0, this.count),
      subjects: Buffer.concat(this.subjects, this.subjectBytes),
      subjectEnds: this.subjectEnds.finish(),
      candidates: this.candidates.finish(),
      candidateEnds: this.candidateEnds.finish(),
      paths: this.paths.finish(),
      pathEnds: this.pathEnds.finish(),
      isPathsRead: this.isPathsRead.slice(0, this.count),
      terms: this.terms.strings,
      files: this.files.strings,
    };
  }

  private addSubject(bytes: Buffer): void {
    this.subjects.push(bytes);
    this.subjectBytes += bytes.length;
    this.subjectEnds.push(this.subjectBytes);
  }

  private endRow(time: number, isPathsRead: boolean): void {
    this.times[this.count] = time;
    this.isPathsRead[this.count] = isPathsRead ? 1 : 0;
    this.candidateEnds.push(this.candidates.length);
    this.pathEnds.push(this.paths.length);
    this.count += 1;
  }

  private mapsOf(from: CommitColumns): { terms: Int32Array; files: Int32Array } {
    let maps = this.copies.get(from);
    if (!maps) {
      maps = {
        terms: new Int32Array(from.terms.length).fill(-1),
        files: new Int32Array(from.files.length).fill(-1),
      };
      this.copies.set(from, maps);
    }
    return maps;
  }
}

/** The position in our pool of a string from other columns, looked up once. */
function moved(position: number, map: Int32Array, from: readonly string[], pool: StringPool): number {
  const known = map[position] ?? -1;
  if (known >= 0) return known;
  return (map[position] = pool.positionOf(from[position] ?? ''));
}
