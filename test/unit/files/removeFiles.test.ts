import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFiles } from '../../../src/files/removeFiles';

describe('removeFiles', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'goal-lens-remove-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('removes what matches', async () => {
    for (const name of ['a', 'b']) writeFileSync(join(folder, name), '');
    await removeFiles(folder, (name) => name === 'a');
    assert.deepEqual(readdirSync(folder), ['b']);
  });

  for (const path of ['missing', 'file', 'file/below', 'file/below/it']) {
    it(`finds nothing in ${path}`, async () => {
      writeFileSync(join(folder, 'file'), 'kept');
      await removeFiles(join(folder, path), () => true);
      assert.equal(readFileSync(join(folder, 'file'), 'utf8'), 'kept');
    });
  }
});
