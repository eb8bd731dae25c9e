import { assertPlain, entryReaders } from '../../support/trackerEntries';

const readers = entryReaders();

/** Whatever JSON a tracker sends as an entry, a goal of it is plain, and nothing fails on it. */
export async function fuzz(data: Buffer): Promise<void> {
  const entry = jsonOf(data.toString('utf8'));
  for (const read of (await readers).values()) assertPlain(read(Array.isArray(entry) ? entry : [entry]));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
