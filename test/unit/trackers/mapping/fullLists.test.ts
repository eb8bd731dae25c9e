import assert from 'node:assert/strict';
import { fullLists, notesOnFullLists, withLongLists } from '../../../../src/trackers/mapping/fullLists';

const query = `query Goals($first: Int!) { goals(first: $first) { nodes { key
  labels(first: 2) { nodes { name } } tags(first: 3) { edges { node { name } } }
  children(first: 1) { nodes { id } }
  widgets { ... on Links { links(first: 2, kind: ALL) { nodes { url } } } } } } }`;
const list = (count: number) => ({ nodes: Array.from({ length: count }, () => null) });

describe('Lists within an entry', () => {
  it('may go on where they are as long as the query asks for, also if an entry is hidden', () => {
    const widgets = [{ links: list(2) }, { links: list(2) }];
    const entry = { key: 'A-1', labels: list(2), tags: { edges: [1, 2] }, children: list(1), widgets };
    assert.deepEqual(fullLists(entry, query), ['2 labels', '2 links']);
    assert.deepEqual(fullLists({ labels: list(1), tags: { edges: [1, 2, 3] } }, query), ['3 tags']);
    for (const odd of [null, 'text', { labels: null, tags: 7 }, []])
      assert.deepEqual(fullLists(odd, query), []);
  });

  it('are named with the entry', () => {
    assert.deepEqual(notesOnFullLists([{ key: 'A-1' }, { key: 'A-2', labels: list(2) }], query), [
      'A-2 may have more than the 2 labels that are read.',
    ]);
  });

  it('can be asked for longer, but for those of which only the first matters', () => {
    const sizes = Array.from(withLongLists(query).matchAll(/\(first: (\S+?)[,)]/g), ([, size]) => size);
    assert.deepEqual(sizes, ['$first', '100', '100', '1', '100']);
  });

  it('are not looked for without end', () => {
    let deep: object = { labels: list(2) };
    for (let depth = 0; depth < 50_000; depth += 1) deep = { deep };
    assert.deepEqual(fullLists(deep, query), []);
  });
});
