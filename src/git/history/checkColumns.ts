import { placeBits, type CommitColumns } from './commitColumns';

/** Checks that no position in columns read from a file is out of range. @throws {Error} if one is */
export function checkColumns(columns: CommitColumns): void {
  const { count, shaBytes, terms, files } = columns;
  const isWhole =
    (shaBytes === 20 || shaBytes === 32) &&
    columns.shas.length === count * shaBytes &&
    columns.times.length === count &&
    columns.isPathsRead.length === count &&
    areEnds(columns.subjectEnds, count, columns.subjects.length) &&
    areEnds(columns.candidateEnds, count, columns.candidates.length) &&
    areEnds(columns.pathEnds, count, columns.paths.length) &&
    columns.candidates.every((candidate) => candidate >>> placeBits < terms.length) &&
    columns.paths.every((path) => path < files.length);
  if (!isWhole) throw new Error('Its parts do not fit together.');
}

function areEnds(ends: Uint32Array, count: number, length: number): boolean {
  const isRising = ends.every((end, row) => row === 0 || end >= (ends[row - 1] ?? 0));
  return isRising && ends.length === count && (ends.at(-1) ?? 0) === length;
}
