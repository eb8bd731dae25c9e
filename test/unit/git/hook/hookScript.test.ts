import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hookScript, hookVersion, readHookMark } from '../../../../src/git/hook/hookScript';
import { HookRepository, shells } from './hookRepository';

const tag = '\nInitiative: SHOP-142\n';

describe('hookScript', function () {
  this.timeout(20_000);
  it('runs in at least one shell here, and every one of them can parse it', () => {
    assert.ok(shells.includes('sh'));
    for (const shell of shells) {
      const [program = '', ...args] = shell.split(' ');
      execFileSync(program, [...args, '-n'], { input: hookScript });
    }
  });

  it('says its version, and whether it was changed by hand', () => {
    assert.deepEqual(readHookMark(hookScript), { version: hookVersion, isIntact: true });
    assert.deepEqual(readHookMark(`${hookScript}echo hello\n`), { version: hookVersion, isIntact: false });
    assert.equal(readHookMark('#!/bin/sh\necho hello\n'), undefined);
  });

  it('is plain ASCII but for its comments, and ends in a line feed', () => {
    const code = hookScript.split('\n').filter((line) => !line.startsWith('#'));
    assert.doesNotMatch(code.join('\n'), /[^\n -~]/);
    assert.ok(hookScript.endsWith('exit 0\n'));
  });
});

for (const shell of shells) {
  describe(`hookScript in ${shell}`, function () {
    this.timeout(20_000);
    let repository: HookRepository;
    beforeEach(() => {
      repository = new HookRepository();
      repository.useHook(shell);
    });
    afterEach(() => {
      assert.deepEqual(
        readdirSync(join(repository.root, '.git')).filter((name) => name.startsWith('GOAL_LENS')),
        [],
        'leaves nothing behind',
      );
      repository.remove();
    });

    it('tags -m, -F and a message from standard input', () => {
      assert.equal(repository.commitWith(['-m', 'Fix']), `Fix\n${tag}`);
      assert.equal(repository.commitWith(['-m', 'Fix', '-m', 'Body.']), `Fix\n\nBody.\n${tag}`);
      repository.write('msg file', 'From a file\n\nBody');
      assert.equal(repository.commitWith(['-F', 'msg file']), `From a file\n\nBody\n${tag}`);
      assert.equal(repository.commitWith(['-F', '-'], { input: 'Piped' }), `Piped\n${tag}`);
    });

    it('writes the spelling that the editor told it, whatever kind it is of', () => {
      for (const text of ['#142', '&3', 'AB#142', 'acme/shop#142', 'https://tracker.example/a?b=1#c']) {
        repository.git(
          'config',
          '--file',
          repository.links,
          '--replace-all',
          'branch.feature/SHOP-142.tag',
          text,
        );
        assert.equal(repository.commitWith(['-m', 'Fix']), `Fix\n\nInitiative: ${text}\n`);
      }
      for (const text of ['#', '#1 2', '#1x', 'https://a b', "https://a'b", 'javascript:1']) {
        repository.git(
          'config',
          '--file',
          repository.links,
          '--replace-all',
          'branch.feature/SHOP-142.tag',
          text,
        );
        assert.doesNotMatch(repository.commitWith(['-m', 'Fix']), /javascript|[ '#]b|#1/, text);
      }
    });

    it('takes nothing of a branch that had the same name before', () => {
      repository.link('branch.feature/SHOP-142.goal', 'SHOP-7');
      repository.link('branch.feature/SHOP-142.created', `${'0'.repeat(39)}1 1700000000`);
      assert.equal(repository.commitWith(['-m', 'Fix']), `Fix\n${tag}`);
      repository.git('config', '--file', repository.links, '--unset', 'branch.feature/SHOP-142.created');
      assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n\nInitiative: SHOP-7\n');
    });

    it('takes no version, file name or date for a key', () => {
      for (const name of ['SHOP-2.3.1', 'SHOP-2.jar', 'SHOP-2024-10-01', 'SHOP-142x']) {
        repository.git('checkout', '--quiet', '-b', name);
        assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n', name);
      }
    });

    it('joins the trailers that are there, and adds nothing to its own', () => {
      const signed = repository.commitWith(['-s', '-m', 'Fix']);
      assert.equal(signed, 'Fix\n\nSigned-off-by: Ana <ana@shop.example>\nInitiative: SHOP-142\n');
      assert.equal(repository.commitWith(['--amend', '--no-edit']), signed);
      const other = 'Fix\n\ninitiative: SHOP-9\nRefs: A-1\n';
      assert.equal(repository.commitWith(['-m', other]), other);
      const given = repository.commitWith(['-m', 'Fix', '--trailer', 'Initiative: SHOP-9']);
      assert.equal(given, 'Fix\n\nInitiative: SHOP-9\n');
      assert.equal(repository.commitWith(['-m', 'Fix\n\nInit: 1']), `Fix\n\nInit: 1\nInitiative: SHOP-142\n`);
    });

    it('keeps text that looks like comments, trailers, patches or scissors', () => {
      for (const text of [
        '#12 Fix the cart\n',
        'Fix\n\n#12 is done\n',
        'Fix\n\n---\nBelow a line\n',
        'feat: one\nfix: two\n',
        `Fix\n\nCut\nx ${'-'.repeat(24)} >8 ${'-'.repeat(24)}\nhere\n`,
        'Fix\n\nCloses #12\nRefs: A-1\n',
        'Fix "it" with $(touch pwned) `id` \\n %s\n',
      ]) {
        assert.equal(repository.commitWith(['-m', text]), `${text}${tag}`, text);
      }
      assert.equal(existsSync(join(repository.root, 'pwned')), false);
      // To git these last paragraphs are trailers, and it would respell them.
      for (const text of ['Fix\n\nhttps://example.com/a:b\n', 'Fix\n\nRefs :A-1\nSee:x\n']) {
        assert.equal(repository.commitWith(['-m', text]), `${text}Initiative: SHOP-142\n`, text);
      }
      const spaced = '  Fix  \n\n\n\n  Body\n\n\n';
      const kept = repository.commitWith(['--cleanup=verbatim', '-m', spaced]);
      assert.equal(kept.replace('\nInitiative: SHOP-142\n', ''), spaced);
    });

    it('writes every tag of the editor, and believes an empty one', () => {
      repository.link('branch.feature/SHOP-142.goal', 'SHOP-3');
      assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n\nInitiative: SHOP-3\n');
      repository.link('branch.feature/SHOP-142.tag', 'SHOP-7');
      repository.link('branch.feature/SHOP-142.tag', 'shop-7');
      repository.link('branch.feature/SHOP-142.tag', 'PAY/x#1');
      assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n\nInitiative: SHOP-7\nInitiative: PAY/x#1\n');
      repository.git(
        'config',
        '--file',
        repository.links,
        '--replace-all',
        'branch.feature/SHOP-142.tag',
        '',
      );
      assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n');
    });

    it('uses the configured trailer and leaves out what was rejected', () => {
      repository.link('commit.trailer', 'Goal');
      assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n\nGoal: SHOP-142\n');
      repository.link('branch.feature/SHOP-142.rejected', 'shop-142');
      assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n');
    });

    it('never writes what is not a key or not a trailer', () => {
      for (const value of ['two words', 'a:b', '$(id)', '-x', 'x\n\nSigned-off-by: Eve', 'k'.repeat(300)]) {
        repository.git('config', '--file', repository.links, 'branch.feature/SHOP-142.tag', value);
        const message = repository.commitWith(['-m', 'Fix']);
        assert.ok(message === 'Fix\n' || message === 'Fix\n\nInitiative: x\n', message);
      }
      repository.git('config', '--file', repository.links, 'branch.feature/SHOP-142.tag', 'SHOP-7');
      repository.link('commit.trailer', 'Bad token:');
      assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n');
    });

    it('takes hostile branch names as names', () => {
      for (const name of [
        '$(touch${IFS}pwned)/SHOP-1',
        '`touch${IFS}pwned`SHOP-1',
        `it's-"q";&|<>SHOP-1`,
        '日本SHOP-1',
        'ünï/SHOP-1',
        'a]b#c;d%s/SHOP-1',
        'x.tag/SHOP-1',
      ]) {
        repository.git('checkout', '--quiet', '-b', name);
        assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n\nInitiative: SHOP-1\n', name);
        repository.link(`branch.${name}.tag`, 'SHOP-7');
        assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n\nInitiative: SHOP-7\n', name);
      }
      assert.equal(existsSync(join(repository.root, 'pwned')), false);
    });

    it('leaves messages alone where nothing is known, or the links file is damaged', () => {
      writeFileSync(repository.links, '[branch "feature/SHOP-142"\ntag = SHOP-7\n');
      assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n');
      writeFileSync(repository.links, '');
      assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n');
      repository.git('checkout', '--quiet', '--detach');
      assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n');
    });

    it('does not let an empty message through', () => {
      const refused = repository.try(['commit', '--allow-empty', '-m', '']);
      assert.equal(refused.status, 1);
      assert.equal(repository.commitWith(['--allow-empty-message', '-m', '']), '');
    });
  });
}
