import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { headerBytes } from '../../../../src/git/history/historyCodec';
import { HistoryFixture, importCommits } from './historyFixture';

describe('the stored history index', () => {
  it('holds no name and no address of anybody', async () => {
    const fixture = new HistoryFixture();
    try {
      const message = 'SHOP-7 Totals\n\nWhy.\n\nInitiative: SHOP-9\nSigned-off-by: Ana <ana@shop.example>\n';
      importCommits(fixture.root, [
        { message, files: ['src/a.ts'] },
        { message, files: ['src/b.ts'] },
      ]);
      const folder = fixture.folder();
      const index = await fixture.open({ folder });
      await index.update();
      assert.equal(index.commitsOf(new Set(['SHOP-7'])).length, 2);
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
        each.isFile(),
      );
      assert.ok(files.length > 0, 'nothing was stored');
      const bytes = files
        .map((file) => inflateSync(readFileSync(join(file.parentPath, file.name)).subarray(headerBytes)))
        .join('\n');
      assert.match(bytes, /SHOP-7 Totals/, 'it is stored as it is');
      assert.doesNotMatch(bytes, /\bAna\b|ana@|shop\.example/);
    } finally {
      fixture.remove();
    }
  });
});
