import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertPlain, entryReaders, objectMembers, type EntryReader } from '../../support/trackerEntries';

const folder = 'test/fuzz/corpus/trackerEntries';

/** Every variant of a value with a name in the place of one of its texts, or beside the fields of one of its maps. */
function* variants(value: unknown, name: string): Generator {
  if (typeof value === 'string') {
    yield name;
    // The host of an address, and the owner in a path.
    if (value.startsWith('https://')) yield value.replace(/^https:\/\/[^/]+/, `https://${name}`);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    for (const variant of variants(part, name)) yield withPart(value, key, variant);
  }
  if (!Array.isArray(value)) for (const part of ['x', { name: 'x' }]) yield withPart(value, name, part);
}

/** A copy with one part of it replaced; `__proto__` becomes a field as in JSON that was parsed. */
function withPart(value: object, key: string, part: unknown): unknown {
  if (Array.isArray(value)) return Object.assign([...(value as unknown[])], { [key]: part });
  return Object.fromEntries([...Object.entries(value), [key, part]]);
}

describe('Entries of trackers with the names of what every object has', () => {
  let readers: ReadonlyMap<string, EntryReader>;
  before(async () => {
    readers = await entryReaders();
  });

  it('are tried of every kind', () =>
    assert.deepEqual(
      readdirSync(folder).toSorted(),
      [...readers.keys()].map((kind) => `${kind}.json`).toSorted(),
    ));

  for (const name of readdirSync(folder)) {
    const kind = name.replace(/\.json$/, '');
    it(`are read like any other: ${kind}`, () => {
      const entry: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const read = readers.get(kind);
      assert.ok(read);
      assert.equal(read([entry]).goals.length, 1);
      for (const name of objectMembers) {
        for (const variant of variants(entry, name)) assertPlain(read([variant]));
      }
    });
  }
});
