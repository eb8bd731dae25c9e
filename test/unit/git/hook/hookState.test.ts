import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InvalidTagError } from '../../../../src/core/message/commitTag';
import { Git } from '../../../../src/git/run/git';
import { BranchChoicesFile } from '../../../../src/git/links/branchChoicesFile';
import { GitError } from '../../../../src/git/run/gitError';
import { writeHookState, type HookState } from '../../../../src/git/hook/hookState';
import { HookRepository, plainGit } from './hookRepository';

describe('writeHookState', function () {
  this.timeout(20_000);
  let repository: HookRepository;
  beforeEach(() => {
    repository = new HookRepository();
    rmSync(dirname(repository.links), { recursive: true });
  });
  afterEach(() => repository.remove());

  const write = (change: Partial<HookState> = {}): Promise<void> =>
    writeHookState(plainGit, repository.links, {
      trailer: 'Initiative',
      projects: ['SHOP'],
      tags: new Map(),
      ...change,
    });
  const get = (name: string): string[] =>
    repository.try(['config', '--file', repository.links, '--get-all', name]).stdout.split('\n').slice(0, -1);

  it('makes the file, for git to read', async () => {
    await write({
      trailer: 'Goal',
      projects: new Set(['SHOP', 'PAY']),
      tags: new Map([['a/b.c', ['S-1', 'S-2']]]),
    });
    assert.deepEqual(get('commit.trailer'), ['Goal']);
    assert.deepEqual(get('project.known'), ['PAY SHOP']);
    assert.deepEqual(get('branch.a/b.c.tag'), ['S-1', 'S-2']);
  });

  it('writes only what changed: the file stays untouched where nothing did', async () => {
    const tags = new Map([
      ['main', ['SHOP-7', 'SHOP-8']],
      ['other', []],
    ]);
    await write({ tags });
    const before = statSync(repository.links);
    await write({ tags, projects: ['SHOP', 'SHOP'] });
    // Git replaces the file when it writes.
    assert.equal(statSync(repository.links).ino, before.ino);
    assert.equal(statSync(repository.links).mtimeMs, before.mtimeMs);
  });

  it('replaces and keeps the links of people and comments', async () => {
    const choices = new BranchChoicesFile(plainGit, repository.root, join(repository.root, '.git'));
    await choices.link('main', 'SHOP-142');
    await choices.reject('main', 'SHOP-9');
    writeFileSync(repository.links, `# mine\n${readFileSync(repository.links, 'utf8')}[x "y"]\n\tz = 1\n`);
    await write({ tags: new Map([['main', ['SHOP-7', 'SHOP-8']]]) });
    await write({ projects: [], tags: new Map([['main', ['SHOP-8']]]) });
    assert.deepEqual(get('branch.main.tag'), ['SHOP-8']);
    assert.deepEqual(get('project.known'), []);
    assert.deepEqual(get('x.y.z'), ['1']);
    assert.match(readFileSync(repository.links, 'utf8'), /^# mine\n/);
    await choices.load();
    assert.deepEqual(choices.get('main'), { linked: ['SHOP-142'], rejected: ['SHOP-9'] });
  });

  it('runs git once for the names of projects, and keeps as many as a command line can hold', async () => {
    const runs: (readonly string[])[] = [];
    const counting = new Git(() => 'git');
    const run = counting.run.bind(counting);
    counting.run = (cwd, args, ...more) => {
      runs.push(args);
      return run(cwd, args, ...more);
    };
    const projects = Array.from({ length: 10_000 }, (_, at) => `P${at}`);
    await writeHookState(counting, repository.links, { trailer: 'Initiative', projects, tags: new Map() });
    assert.ok(runs.length <= 3, String(runs.length));
    const [told = '', ...others] = get('project.known');
    assert.equal(others.length, 0);
    assert.ok(told.length > 15_900 && told.length <= 16_000, String(told.length));
    assert.deepEqual(told.split(' '), projects.sort().slice(0, told.split(' ').length));
  });

  it('replaces the values of before, when each project had one of its own', async () => {
    await write();
    repository.link('project.known', 'OLD');
    await write({ projects: ['SHOP', 'PAY'] });
    assert.deepEqual(get('project.known'), ['PAY SHOP']);
  });

  it('says with an empty tag that there is nothing to tag', async () => {
    await write({ tags: new Map([['main', []]]) });
    assert.deepEqual(get('branch.main.tag'), ['']);
  });

  it('keeps the tags of other branches, unless it is told which branches there are', async () => {
    await write({
      tags: new Map([
        ['a', ['SHOP-1']],
        ['b', ['SHOP-2', 'SHOP-3']],
      ]),
    });
    await write({ tags: new Map([['c', ['SHOP-4']]]) });
    assert.deepEqual(get('branch.b.tag'), ['SHOP-2', 'SHOP-3']);
    await write({ branches: new Set(['a', 'c']) });
    assert.deepEqual(get('branch.b.tag'), []);
    assert.deepEqual([...get('branch.a.tag'), ...get('branch.c.tag')], ['SHOP-1', 'SHOP-4']);
  });

  it('takes hostile branch names literally', async () => {
    const names = [
      '$(touch${IFS}pwned)',
      '`id`;&|',
      '"q"',
      "it's",
      'ünï/日本',
      'a]b#c',
      '-x',
      'x.tag',
      'A',
      'a',
    ];
    await write({ tags: new Map(names.map((name, at) => [name, [`SHOP-${at}`]])) });
    names.forEach((name, at) => assert.deepEqual(get(`branch.${name}.tag`), [`SHOP-${at}`], name));
    assert.equal(existsSync(join(repository.root, 'pwned')), false);
  });

  it('refuses what is not safe in a trailer, before it writes anything', async () => {
    await assert.rejects(write({ trailer: 'a b' }), InvalidTagError);
    await assert.rejects(write({ tags: new Map([['main', ['x\ny']]]) }), InvalidTagError);
    assert.equal(existsSync(repository.links), false);
  });

  it('reports a damaged file and leaves it as it is', async () => {
    await write();
    writeFileSync(repository.links, '[branch "main"\n');
    await assert.rejects(write({ trailer: 'Goal' }), GitError);
    assert.equal(readFileSync(repository.links, 'utf8'), '[branch "main"\n');
  });
});
