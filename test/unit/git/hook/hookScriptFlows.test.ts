import assert from 'node:assert/strict';
import { join } from 'node:path';
import { HookRepository, typing } from './hookRepository';

const tag = '\nInitiative: SHOP-142\n';

describe('hookScript in the ways to commit', function () {
  this.timeout(20_000);
  let repository: HookRepository;
  beforeEach(() => {
    repository = new HookRepository();
    repository.useHook();
  });
  afterEach(() => repository.remove());

  it('tags what was typed in the editor', () => {
    assert.equal(repository.commitWith([], { editor: typing('Typed\\n') }), `Typed\n${tag}`);
    const signed = repository.commitWith(['-s'], { editor: typing('Typed') });
    assert.equal(signed, 'Typed\n\nSigned-off-by: Ana <ana@shop.example>\nInitiative: SHOP-142\n');
  });

  it('lets a person call a commit off by closing the editor', () => {
    const before = repository.head();
    for (const args of [[], ['-v'], ['--cleanup=scissors'], ['-s']]) {
      const outcome = repository.try(['commit', '--allow-empty', ...args], { editor: ':' });
      assert.equal(outcome.status, 1);
      assert.match(outcome.stderr, /empty commit message/);
    }
    const comments = repository.try(['commit', '--allow-empty'], { editor: typing('# note\\n') });
    assert.equal(comments.status, 1);
    assert.equal(repository.head(), before);
  });

  it('lets a person call a commit off by leaving the template as it is', () => {
    repository.write('template.txt', 'What: \n\nWhy: \n# a hint\n');
    const before = repository.head();
    for (const args of [
      ['-t', 'template.txt'],
      ['-v', '-t', 'template.txt'],
      ['--no-edit', '-t', 'template.txt'],
    ]) {
      const outcome = repository.try(['commit', '--allow-empty', ...args], { editor: ':' });
      assert.equal(outcome.status, 1, outcome.stderr);
      assert.match(outcome.stderr, /did not edit the message/);
    }
    assert.equal(repository.head(), before);
    const typed = repository.commitWith(['-t', 'template.txt'], { editor: typing('Title\\n\\n') });
    assert.equal(typed, `Title\n\nWhat:\n\nWhy:\nInitiative: SHOP-142\n`);
  });

  it('forgets an editor that was closed', () => {
    repository.try(['commit', '--allow-empty'], { editor: ':' });
    repository.git('config', '--file', repository.links, 'branch.feature/SHOP-142.tag', '');
    assert.equal(repository.commitWith([], { editor: typing('Typed\\n') }), 'Typed\n');
    repository.git('config', '--file', repository.links, 'branch.feature/SHOP-142.tag', 'SHOP-7');
    assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n\nInitiative: SHOP-7\n');
  });

  it('lets a person delete the tag in the editor where it is shown', () => {
    const message = repository.commitWith(['-e', '-m', 'Fix'], {
      editor: `grep -q '^Initiative: SHOP-142$' "$1"; grep -v '^Initiative' "$1" >"$1.new"; mv "$1.new" "$1"`,
    });
    assert.equal(message, 'Fix\n');
  });

  it('tags commits with a patch or scissors in the editor', () => {
    for (const args of [['-v'], ['--cleanup=scissors'], ['-v', '--cleanup=scissors']]) {
      repository.write('a.txt', args.join());
      repository.git('add', 'a.txt');
      assert.equal(repository.commitWith(args, { editor: typing('Typed\\n') }), `Typed\n${tag}`, args.join());
      assert.equal(repository.commitWith(['--amend', ...args], { editor: ':' }), `Typed\n${tag}`);
    }
    repository.git('config', 'commit.cleanup', 'scissors');
    assert.equal(
      repository.commitWith([], { editor: typing('#12 Fix\\n\\n#13\\n') }),
      `#12 Fix\n\n#13\n${tag}`,
    );
    assert.equal(repository.commitWith(['--amend'], { editor: ':' }), `#12 Fix\n\n#13\n${tag}`);
    assert.equal(repository.commitWith(['-m', '#14']), `#14\n${tag}`);
  });

  it('takes lines that look like comments for text where git does', () => {
    for (const cleanup of ['whitespace', 'verbatim', 'scissors']) {
      repository.git('config', 'commit.cleanup', cleanup);
      const editor = `printf '#12 Fix\\n\\n#13\\n' >"$1"`;
      assert.equal(repository.commitWith([], { editor }), `#12 Fix\n\n#13\n${tag}`, cleanup);
      assert.equal(repository.commitWith(['-m', '#14']), `#14\n${tag}`, cleanup);
    }
  });

  it('keeps to the configured comment character', () => {
    for (const char of [';', 'auto', '#']) {
      repository.git('config', 'core.commentChar', char);
      assert.equal(repository.commitWith([], { editor: typing('Typed\\n') }), `Typed\n${tag}`, char);
      assert.equal(repository.commitWith(['--amend'], { editor: ':' }), `Typed\n${tag}`, char);
      assert.equal(repository.commitWith(['--amend', '-v'], { editor: ':' }), `Typed\n${tag}`, char);
      assert.equal(repository.try(['commit', '--allow-empty'], { editor: ':' }).status, 1, char);
      assert.equal(repository.commitWith(['-m', '#1 Fix\n\n#2']), `#1 Fix\n\n#2\n${tag}`, char);
      if (char !== '#') {
        assert.equal(repository.commitWith(['--amend'], { editor: ':' }), `#1 Fix\n\n#2\n${tag}`, char);
      }
    }
  });

  it('tags an amended commit once, whatever the editor is', () => {
    repository.git('commit', '--quiet', '--no-verify', '--allow-empty', '--cleanup=verbatim', '-m', 'x');
    const first = repository.commitWith(['--amend', '-m', 'Fix']);
    assert.equal(first, `Fix\n${tag}`);
    assert.equal(repository.commitWith(['--amend'], { env: { GIT_EDITOR: ':' } }), first);
    assert.equal(repository.commitWith(['--amend'], { env: { GIT_EDITOR: 'true' } }), first);
    assert.equal(repository.commitWith(['-C', 'HEAD']), first);
    assert.equal(repository.commitWith(['-c', 'HEAD'], { editor: ':' }), first);
  });

  it('is not stopped by --no-verify', () => {
    assert.equal(repository.commitWith(['--no-verify', '-m', 'Fix']), `Fix\n${tag}`);
  });

  it('adds nothing of the trailer settings of others', () => {
    repository.git('config', 'trailer.see.command', 'echo somewhere');
    repository.git('config', 'trailer.separators', '=#');
    repository.git('config', 'trailer.initiative.key', 'Other-Name');
    repository.git('config', 'trailer.where', 'start');
    assert.equal(
      repository.commitWith(['-m', 'Fix\n\nRefs: A-1']),
      'Fix\n\nRefs: A-1\nInitiative: SHOP-142\n',
    );
    const env = {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'trailer.x.command',
      GIT_CONFIG_VALUE_0: 'echo x',
    };
    assert.equal(repository.commitWith(['-m', 'Fix'], { env }), `Fix\n${tag}`);
  });

  it('works from below the top, in worktrees and in submodules, with spaces and quotes in paths', () => {
    repository.write(`sub dir/it's "x".txt`, 'x');
    assert.equal(
      repository.commitWith(['-m', 'Fix'], { cwd: join(repository.root, 'sub dir') }),
      `Fix\n${tag}`,
    );
    const worktree = join(repository.root, `work 'tree"`);
    repository.git('worktree', 'add', '--quiet', '-b', 'SHOP-5', worktree);
    assert.equal(repository.commitWith(['-m', 'Fix'], { cwd: worktree }), 'Fix\n\nInitiative: SHOP-5\n');
    const typed = repository.commitWith([], { cwd: worktree, editor: typing('Typed\\n') });
    assert.equal(typed, 'Typed\n\nInitiative: SHOP-5\n');
    assert.equal(repository.commitWith(['-m', 'Fix']), `Fix\n${tag}`);
  });

  it('commits where git cannot do what is asked of it', () => {
    // A git that fails in everything but committing: the hook then finds nothing out.
    repository.write('bin/git', '#!/bin/sh\nexit 128\n');
    const body = `PATH='${repository.root}/bin':$PATH; export PATH; exec sh '${repository.root}/.git/goal-lens/prepare-commit-msg' "$@"`;
    repository.writeHook('prepare-commit-msg', body);
    repository.git('update-index', '--refresh');
    assert.equal(
      repository.commitWith(['-m', 'Fix']),
      `Fix\n${tag}`,
      'not executable: the real git is found',
    );
    repository.writeHook('prepare-commit-msg', `chmod +x '${repository.root}/bin/git'; ${body}`);
    assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n');
  });
});
