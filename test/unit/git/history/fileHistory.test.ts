import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { keysOfCommit } from '../../../../src/core/links/commitKeys';
import type { FileCommit } from '../../../../src/core/links/fileLinks';
import { FileHistory } from '../../../../src/git/history/fileHistory';
import { Git } from '../../../../src/git/run/git';
import { GitError } from '../../../../src/git/run/gitError';
import { importCommits } from './historyFixture';
import { GitRepositoryFixture } from '../../../support/gitRepository';

describe('FileHistory', () => {
  let repository: GitRepositoryFixture;
  const never = new AbortController().signal;

  beforeEach(() => {
    repository = new GitRepositoryFixture();
  });
  afterEach(() => repository.remove());

  const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };
  const git = new Git(() => 'git');
  const read = async (path: string, head = 'HEAD', history = new FileHistory(git)): Promise<FileCommit[]> => {
    const sha = repository.git('rev-parse', head).trim();
    await history.read(repository.root, sha, path, never);
    const commits = history.peek(repository.root, sha, path, rules);
    assert.ok(commits);
    return [...commits];
  };
  const keysOf = (commits: readonly FileCommit[]): unknown =>
    commits.map(({ subject, keys }) => [subject, ...keys.map(({ key, by }) => `${key} ${by}`)]);

  it('reads the commits of a file, newest first, with what they name', async () => {
    repository.commit('cart.ts', '1', 'Add cart for SHOP-2');
    repository.commit('other.ts', '1', 'Unrelated SHOP-1');
    const head = repository.commit('cart.ts', '2', 'Keep\n\nLike SHOP-3, not UTF-8.\n\nInitiative: SHOP-7\n');
    const commits = await read('cart.ts');
    assert.deepEqual(keysOf(commits), [
      ['Keep', 'SHOP-7 trailer', 'SHOP-3 body'],
      ['Add cart for SHOP-2', 'SHOP-2 subject'],
    ]);
    assert.equal(commits[0]?.sha, head);
  });

  it('reads what a git note says of a published commit, once it is told to read again', async () => {
    repository.commit('cart.ts', '1', 'Add cart');
    const head = repository.git('rev-parse', 'HEAD').trim();
    const history = new FileHistory(git);
    assert.deepEqual(keysOf(await read('cart.ts', 'HEAD', history)), [['Add cart']]);
    repository.git('notes', '--ref=goals', 'add', '-m', 'Initiative: SHOP-7', 'HEAD');
    repository.git('notes', 'add', '-m', 'Initiative: SHOP-9', 'HEAD');
    history.forget(`${repository.root}/other`);
    assert.ok(history.peek(repository.root, head, 'cart.ts', rules));
    history.forget(repository.root);
    assert.equal(history.peek(repository.root, head, 'cart.ts', rules), undefined);
    assert.deepEqual(keysOf(await read('cart.ts', 'HEAD', history)), [['Add cart', 'SHOP-7 note']]);
  });

  it('follows other rules without reading again', async () => {
    const head = repository.commit('cart.ts', '1', 'WEB-1 and SHOP-2\n\nInitiative: SHOP-7\nGoal: SHOP-8\n');
    const history = new FileHistory(git);
    await read('cart.ts', 'HEAD', history);
    const other = { trailer: 'Goal', projects: new Set(['WEB']) };
    assert.deepEqual(keysOf(history.peek(repository.root, head, 'cart.ts', other) ?? []), [
      ['WEB-1 and SHOP-2', 'SHOP-8 trailer', 'WEB-1 subject'],
    ]);
  });

  it('says what the core says of the same messages', async () => {
    for (const [at, message] of messages().entries()) repository.commit('all.ts', `${at}`, message);
    const log = repository.git('log', '-z', '--format=%s%x00%b').split('\0');
    const expected = Array.from({ length: messages().length }, (_, at) =>
      keysOfCommit({ subject: log[2 * at] ?? '', body: log[2 * at + 1] ?? '' }, rules),
    );
    const commits = await read('all.ts');
    assert.deepEqual(
      commits.map(({ keys }) => keys),
      expected,
    );
    assert.equal(expected.flat().length, 10);
  });

  it('follows a rename', async () => {
    repository.commit('old.ts', 'line\n'.repeat(20), 'SHOP-1: start');
    repository.git('mv', 'old.ts', 'new.ts');
    repository.git('commit', '--quiet', '-m', 'Rename');
    const subjects = (await read('new.ts')).map(({ subject }) => subject);
    assert.deepEqual(subjects, ['Rename', 'SHOP-1: start']);
  });

  it('takes a path that looks like an option or a pattern literally', async () => {
    repository.commit('--all.ts', 'all', 'Odd name');
    repository.commit('[ab].ts', 'ab', 'Odder name');
    for (const path of ['--all.ts', '[ab].ts']) assert.equal((await read(path)).length, 1, path);
    for (const path of ['a.ts', 'untracked.ts', '*', ':(top)--all.ts'])
      assert.equal((await read(path)).length, 0, path);
  });

  it('forgets what another HEAD had, and keeps other repositories', async () => {
    const first = repository.commit('cart.ts', '1', 'One');
    const second = repository.commit('cart.ts', '2', 'Two');
    const history = new FileHistory(git);
    const other = `${repository.root}/.`;
    await history.read(other, first, 'cart.ts', never);
    await history.read(repository.root, first, 'cart.ts', never);
    assert.equal(history.peek(repository.root, first, 'cart.ts', rules)?.length, 1);
    await history.read(repository.root, second, 'cart.ts', never);
    assert.equal(history.peek(repository.root, first, 'cart.ts', rules), undefined);
    assert.equal(history.peek(repository.root, second, 'cart.ts', rules)?.length, 2);
    assert.equal(history.peek(other, first, 'cart.ts', rules)?.length, 1);
  });

  it('keeps little of long messages, and forgets what was read first', async () => {
    const body = 'Prose that names nothing. '.repeat(800);
    const long = Array.from({ length: 200 }, (_, at) => ({
      message: `SHOP-${at}: ${'x'.repeat(400)}\n\n${body}\n\nInitiative: SHOP-${at}-with-a-longer-name\n`,
      files: ['cart.ts'],
    }));
    importCommits(repository.root, long);
    const head = repository.git('rev-parse', 'main').trim();
    const history = new FileHistory(git);
    const before = usedBytes();
    // The same file by many names, as it makes no difference what the history is of.
    const paths = Array.from({ length: 60 }, (_, at) => `${'./'.repeat(at)}cart.ts`);
    for (const path of paths) await history.read(repository.root, head, path, never);
    const grown = usedBytes() - before;
    assert.ok(grown < 16 * 1024 * 1024, `${Math.round(grown / 1024 / 1024)} MiB`);
    const kept = paths.filter((path) => history.peek(repository.root, head, path, rules));
    assert.ok(kept.length > 10 && kept.length < 60, `${kept.length} are kept`);
    assert.deepEqual(kept, paths.slice(-kept.length));
  });

  it('stops when it is told to', async () => {
    const head = repository.commit('cart.ts', '1', 'Add cart');
    const abort = new AbortController();
    const reading = new FileHistory(git).read(repository.root, head, 'cart.ts', abort.signal);
    abort.abort();
    await assert.rejects(reading, { name: 'AbortError' });
  });

  it('says what git says when it fails', async () => {
    const history = new FileHistory(git);
    await assert.rejects(history.read(repository.root, 'f'.repeat(40), 'cart.ts', never), GitError);
    assert.equal(history.peek(repository.root, 'f'.repeat(40), 'cart.ts', rules), undefined);
    const none = new FileHistory(new Git(() => ''));
    await assert.rejects(none.read(repository.root, 'HEAD', 'cart.ts', never), /Git is not available/);
  });
});

function messages(): string[] {
  return [
    'SHOP-1: one',
    'Two (SHOP-2)\n\nInitiative: SHOP-7\nSigned-off-by: Ana <ana@shop.example>\n',
    'Three\n\nSee SHOP-3 and shop-4, xSHOP-5, SHOP-6x.\n\ninitiative: SHOP-8, SHOP-9\n',
    'SHOP-1 again\n\nInitiative: SHOP-1\n',
    `Long\n\n${'word '.repeat(20_000)}SHOP-2\n\nInitiative: A#1\n`,
    'Ünïcödé SHOP-10\n\nÄSHOP-11\n\nInitiative: none\n',
  ];
}

/** The memory that is in use once all that can be let go is gone. */
function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
