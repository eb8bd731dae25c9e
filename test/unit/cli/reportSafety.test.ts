import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { importLandings } from '../git/landing/landingFixture';
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

  it('keeps the commands in their fence, whatever a folder is called', async () => {
    const fence = '```';
    const folder = `d\n${fence}\n![i](x.png)\n${fence}sh\nrm 'it'`;
    const odd = new ReportFixture();
    const { root } = odd.repository;
    importLandings(root, [
      { message: 'Root', at: -20, files: ['readme.md'] },
      { message: 'Odd', at: 2, files: [JSON.stringify(`${folder}/a`)] },
      { message: 'Other', at: 3, files: ['b'] },
    ]);
    const { out } = await odd.run('--weeks', '4', '--format', 'markdown', '--path', folder);
    const [, block = '', ...others] = out.split(/^`{3,}.*$/m);
    assert.equal(others.length, 1, out);
    const [count = ''] = block.trim().split('\n');
    assert.equal(execFileSync('bash', ['-c', count], { cwd: root, encoding: 'utf8' }), '1\n', count);
    assert.ok(!block.includes('\n!'), out);
    odd.remove();
  });

  it('tells no terminal or pipeline what to do', async () => {
    const { repository } = fixture;
    repository.write(
      '.goals/report.yaml',
      '"w\\e[31meeks\\e]0;x\\a": 3\n"bo\\u202ets": 4\n"x\\n##vso[task.setvariable variable=x]y\\n::set-env::": 1\n',
    );
    const { exitCode, err } = await run('--weeks', '4');
    rmSync(join(repository.root, '.goals/report.yaml'));
    assert.equal(exitCode, 2);
    assert.match(err, /^goal-lens: \.goals\/report\.yaml cannot be used: [^\n]+\n$/);
    assert.doesNotMatch(err, /[\u001b\u0007\u202e]|##vso|^::/m);
    const { err: refused } = await run('--branch', 'x\u001b[31my\n##vso[x]');
    assert.match(refused, /^goal-lens: [^\n]*x\[31my[^\n]*\n$/);
    assert.doesNotMatch(refused, /\u001b|##vso/);
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
