import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePages } from '../../../../src/workspace/goalsExport/writePages';

describe('writePages', () => {
  let folder: string;
  let first: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'goal-lens-pages-'));
    first = join(folder, 'goals.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const page = (at: string, title = 'ä'): string =>
    `{\n "generatedAt": "${at}",\n "goals": [${JSON.stringify(title)}]\n}\n`;

  it('leaves a page that differs only in its time', async () => {
    await writePages(folder, new Map([['goals.json', page('2026-01-01')]]));
    const { ino } = statSync(first);
    await writePages(folder, new Map([['goals.json', page('2026-01-02T10:00:00.000Z')]]));
    await writePages(folder, new Map([['goals.json', page('')]]));
    assert.equal(statSync(first).ino, ino);
    await writePages(folder, new Map([['goals.json', page('2026-01-02', 'other')]]));
    assert.equal(readFileSync(first, 'utf8'), page('2026-01-02', 'other'));
    assert.deepEqual(readdirSync(folder), ['goals.json']);
  });

  it('writes over a page that is far longer', async () => {
    writeFileSync(first, page('', 'x'.repeat(1_000_000)));
    await writePages(folder, new Map([['goals.json', page('')]]));
    assert.equal(readFileSync(first, 'utf8'), page(''));
  });

  it('writes over what is no file, without reading it', async function () {
    if (process.platform === 'win32') this.skip();
    // Neither of them ends.
    symlinkSync('/dev/zero', first);
    const later = join(folder, 'goals-0123456789abcdef.json');
    execFileSync('mkfifo', [later]);
    const pages = new Map([
      ['goals-0123456789abcdef.json', page('')],
      ['goals.json', page('')],
    ]);
    const before = process.memoryUsage.rss();
    await writePages(folder, pages);
    assert.ok(process.memoryUsage.rss() - before < 100 * 1024 * 1024);
    for (const path of [first, later]) {
      assert.ok(lstatSync(path).isFile());
      assert.equal(readFileSync(path, 'utf8'), page(''));
    }
  });
});
