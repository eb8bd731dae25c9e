import assert from 'node:assert/strict';
import { HookRepository, typing } from './hookRepository';

const tag = '\nInitiative: SHOP-142\n';

describe('hookScript where git itself makes commits', function () {
  this.timeout(20_000);
  let repository: HookRepository;
  beforeEach(() => {
    repository = new HookRepository();
    repository.useHook();
  });
  afterEach(() => repository.remove());

  it('tags merges and squashes on the branch, and reverts', () => {
    repository.git('checkout', '--quiet', '-b', 'other', 'main');
    repository.commit('b.txt', 'b', 'Other');
    repository.git('checkout', '--quiet', 'feature/SHOP-142');
    repository.commit('c.txt', 'c', 'Ours');
    assert.equal(repository.try(['merge', '--no-edit', 'other']).status, 0);
    assert.equal(repository.message(), `Merge branch 'other' into feature/SHOP-142\n${tag}`);
    repository.git('reset', '--quiet', '--hard', 'HEAD^');
    repository.git('merge', '--quiet', '--squash', 'other');
    assert.match(
      repository.commitWith([], { editor: ':' }),
      /^Squashed commit of[^]* {4}Other\n\nInitiative: SHOP-142\n$/,
    );
    assert.equal(repository.try(['revert', '--no-edit', 'HEAD']).status, 0);
    assert.match(repository.message(), /^Revert "[^]*This reverts commit \w+\.\n\nInitiative: SHOP-142\n$/);
  });

  it('leaves cherry-picks alone, with and without a conflict', () => {
    repository.git('checkout', '--quiet', 'main');
    repository.commit('d.txt', 'd', 'Picked');
    repository.commit('README.md', 'theirs\n', 'Conflicting');
    repository.git('checkout', '--quiet', 'feature/SHOP-142');
    assert.equal(repository.try(['cherry-pick', 'main^']).status, 0);
    assert.equal(repository.message(), 'Picked\n');
    repository.commit('README.md', 'ours\n', 'Ours\n\nInitiative: SHOP-142');
    assert.equal(repository.try(['cherry-pick', 'main']).status, 1);
    repository.write('README.md', 'both\n');
    repository.git('add', 'README.md');
    assert.equal(repository.commitWith([], { editor: ':' }), 'Conflicting\n');
  });

  it('leaves rebases alone', () => {
    const [one, two] = ['One', 'Two'].map((text) => {
      repository.git('-c', 'core.hooksPath=/dev/null', 'commit', '--quiet', '--allow-empty', '-m', text);
      return repository.message();
    });
    const words = `sed 's/^pick/reword/' "$1" >"$1.new"; mv "$1.new" "$1"`;
    const editor = `case $1 in *todo) ${words} ;; *) ;; esac`;
    assert.equal(repository.try(['rebase', '--keep-empty', '-f', '-i', 'main'], { editor }).status, 0);
    assert.equal(repository.message(), two);
    assert.equal(repository.message(repository.root, 'HEAD^'), one);
  });

  it('tags fixup! and amend! but not squash!, so that an autosquash ends with one tag', () => {
    repository.commitWith(['-m', 'Fix']);
    const target = repository.head();
    assert.equal(repository.commitWith(['--fixup', target]), `fixup! Fix\n${tag}`);
    assert.equal(repository.commitWith(['--squash', target, '-m', 'More']), 'squash! Fix\n\nMore\n');
    assert.equal(repository.commitWith(['--squash', target], { editor: typing('') }), 'squash! Fix\n');
    const rebase = ['rebase', '--keep-empty', '-i', '--autosquash', 'main'];
    assert.equal(repository.try(rebase, { editor: ':' }).status, 0);
    assert.equal(repository.git('rev-list', '--count', 'main..').trim(), '1');
    assert.equal(repository.message().match(/Initiative: /g)?.length, 1);
    repository.git(
      '-c',
      'core.hooksPath=/dev/null',
      'commit',
      '--quiet',
      '--amend',
      '--allow-empty',
      '-m',
      'Fix',
    );
    const amend = repository.commitWith(['--fixup', 'amend:HEAD'], {
      editor: `sed 's/^Fix$/Better/' "$1" >"$1.new"; mv "$1.new" "$1"`,
    });
    assert.equal(amend, `amend! Fix\n\nBetter\n${tag}`);
  });
});
