/** Lines for git's standard input, in batches: a write for each line would be slow. */
export function inputLines(lines: Iterable<string>): Iterable<string> {
  return { [Symbol.iterator]: () => batches(lines) };
}

function* batches(lines: Iterable<string>): Generator<string> {
  let batch = '';
  for (const line of lines) {
    batch += `${line}\n`;
    if (batch.length < 16 * 1024) continue;
    yield batch;
    batch = '';
  }
  if (batch) yield batch;
}
