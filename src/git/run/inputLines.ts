/** Lines for git's standard input, in batches: a write for each line would be slow. */
export function inputLines(lines: Iterable<string>, end: '\n' | '\0' = '\n'): Iterable<string> {
  return { [Symbol.iterator]: () => batches(lines, end) };
}

function* batches(lines: Iterable<string>, end: string): Generator<string> {
  let batch = '';
  for (const line of lines) {
    batch += line + end;
    if (batch.length < 16 * 1024) continue;
    yield batch;
    batch = '';
  }
  if (batch) yield batch;
}
