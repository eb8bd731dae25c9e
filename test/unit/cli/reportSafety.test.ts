import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ReportFixture } from './reportFixture';
import type { ReportRun } from './reportRun';

const names = ['ana', 'ben', 'chi', 'dev', 'renovate', 'forge'];
const formats = ['text', 'markdown', 'csv', 'json', 'html', 'ndjson', 'parquet'] as const;

describe('what a report never holds', function () {
  this.timeout(60_000);
  let fixture: ReportFixture;
  const run = (...args: string[]): Promise<ReportRun> => fixture.run(...args);

  before(() => {
    fixture = new ReportFixture();
  });
  after(() => fixture.remove());

  it('names nobody, in no format and in no file', async () => {
    const folder = mkdtempSync(join(fixture.home, 'out-'));
    for (const format of formats) {
      assert.equal((await run('--weeks', '4', '--format', format, '-o', join(folder, format))).exitCode, 0);
    }
    const verbose = await run('--weeks', '4', '--verbose');
    // With what is kept in the person's cache.
    const files = readdirSync(fixture.home, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => relative(fixture.home, join(each.parentPath, each.name)));
    const kept = files.filter((path) => !path.startsWith('out-'));
    assert.equal(files.length, formats.length + kept.length);
    assert.match(kept.join(), /^\.cache[\\/]goal-lens[\\/]goals-\w+\.json$/);
    const written = [
      ...files.map((path) => readFileSync(join(fixture.home, path), 'utf8')),
      verbose.out,
      verbose.err,
    ];
    for (const text of written) {
      for (const name of names)
        assert.doesNotMatch(text, new RegExp(`name of ${name}|${name}(\\[bot\\])?@`, 'i'));
      assert.doesNotMatch(text, /shop\.example/);
    }
  });

  it('neutralises what others wrote, in Markdown and CSV', async () => {
    const markdown = (await run('--weeks', '4', '--format', 'markdown')).out;
    assert.ok(markdown.includes('\\| \\[x\\](javascript:alert)'), 'a title is text');
    assert.match(markdown, /^\| --- \| ---: /m);
    const csv = (await run('--weeks', '4', '--format', 'csv')).out.split('\r\n');
    assert.equal(csv[0], 'week,level,key,rank,evidence,person_days,share,changes');
    assert.ok(csv.includes('2026-W44,initiative,SHOP-9,3,named,,0.5,1'), csv.join('\n'));
  });
});
