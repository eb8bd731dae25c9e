import assert from 'node:assert/strict';
import { readObjects } from '../../../../src/git/retag/readObjects';
import { commitIdOf, writeCommits } from '../../../../src/git/retag/writeCommits';
import { never, pipedGit, RetagFixture } from './retagFixture';

describe('writeCommits', () => {
  for (const format of ['sha1', 'sha256'] as const) {
    it(`writes messages of every length that git reads back to the byte, under the ids of ${format}`, async () => {
      const repository = new RetagFixture(`--object-format=${format}`);
      try {
        // Where the size of an object needs another byte in a pack, and beyond.
        const lengths = [1, 15, 16, 17, 2047, 2048, 2049, 262_143, 262_144, 300_000];
        const contents = lengths.map((length) => Buffer.alloc(length, `${length}\0\xff\n`, 'latin1'));
        await writeCommits(pipedGit, repository.root, contents, format, never);
        const ids = contents.map((content) => commitIdOf(content, format));
        const written = await readObjects(pipedGit, repository.root, ids, never);
        assert.deepEqual(
          [...written].map(([id, { type, content }]) => ({ id, type, content })),
          ids.map((id, at) => ({ id, type: 'commit', content: contents[at] })),
        );
      } finally {
        repository.remove();
      }
    });
  }
});
