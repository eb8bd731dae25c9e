import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { cleanGit } from '../../../../scripts/cleanGit.mjs';
import { blameLine, type BlamedLine } from '../../../../src/git/blame/blameLine';
import { branchBase } from '../../../../src/git/branches/branchBase';
import { headBranch } from '../../../../src/git/branches/headBranch';
import { localBranches } from '../../../../src/git/branches/localBranches';
import { readIdentity } from '../../../../src/git/identity/readIdentity';
import { generatedFiles } from '../../../../src/git/landing/generatedFiles';
import { trackedFiles } from '../../../../src/git/landing/trackedFiles';
import { commitLinks } from '../../../../src/git/links/commitLinks';
import { lineCommits } from '../../../../src/git/links/lineCommits';
import { workingChanges } from '../../../../src/git/links/workingChanges';
import { publishedLine } from '../../../../src/git/remotes/publishedLine';
import { readRemotes } from '../../../../src/git/remotes/readRemotes';
import { unpublishedOnly } from '../../../../src/git/retag/unpublished';
import { Git } from '../../../../src/git/run/git';
import { readHead } from '../../../../src/git/run/head';
import { readTraces } from '../../../../src/git/traces/readTraces';
import { checkoutAt } from '../../../../src/workspace/checkout';
import { gitCallers } from './gitCallers';
import { GitWorld } from './gitWorld';

const git = new Git(() => 'git');
const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };
const never = new AbortController().signal;
const line = { path: 'größe.txt', line: 2 };
const headOf = async (root: string): Promise<string> => (await readHead(git, root)).commit ?? '';

type Reader = (root: string) => Promise<unknown>;

/** All that reads a work tree or a history, beyond what `gitCallers` has. */
const readers: Readonly<Record<string, Reader>> = {
  'what is checked out': (root) => checkoutAt(git, root),
  'a line of the work tree': (root) => blameLine(git, root, line),
  'a line of an editor': (root) => blameLine(git, root, { ...line, contents: Buffer.from('x\n2\n') }),
  'a line of a commit': (root) => blameLine(git, root, { ...line, revision: 'HEAD' }),
  'the commits of lines': (root) => lineCommits(git, root, line.path, { first: 1, last: 2 }, rules),
  'the changes of the work tree': (root) => workingChanges(git, root),
  'a published line': async (root) => {
    const head = await headOf(root);
    const commit: BlamedLine = { sha: head, line: 2, path: line.path, time: 0, isCutOff: false };
    return publishedLine(git, { root, head, ...line, isDirty: false, commit });
  },
  'the links of a commit': (root) => commitLinks(git, root, 'HEAD', rules),
  'the base of a branch': async (root) => {
    const head = await headBranch(git, root, never);
    assert.ok(head);
    return branchBase(git, root, head, never);
  },
  'the branches': (root) => localBranches(git, root),
  'the remotes': (root) => readRemotes(git, root),
  'who commits': (root) => readIdentity(git, root),
  'the files of a commit': async (root) => {
    const files: string[] = [];
    for await (const file of trackedFiles(git, root, await headOf(root))) files.push(file);
    return [files, [...(await generatedFiles(git, root, files))]];
  },
  'the traces of goals': (root) => readTraces(git, root),
  'what is not published': (root) => git.run(root, ['rev-list', ...unpublishedOnly, 'HEAD']),
  ...Object.fromEntries(gitCallers.filter(({ writes }) => !writes).map(({ name, run }) => [name, run])),
};

/** Every setting of a repository with which git runs a program. */
function settingsOf(trap: string): readonly (readonly [string, string])[] {
  // A name may hold the sign that ends one on a command line.
  const drivers = ['trap', 'a=b', 'a.b c'];
  return [
    ...drivers.flatMap((driver) => [
      ...['clean', 'smudge', 'process'].map((part) => [`filter.${driver}.${part}`, trap] as const),
      [`filter.${driver}.required`, 'true'] as const,
      ...['command', 'textconv'].map((part) => [`diff.${driver}.${part}`, trap] as const),
      [`merge.${driver}.driver`, trap] as const,
    ]),
    ...[
      ...['core.fsmonitor', 'core.pager', 'core.editor', 'core.sshCommand', 'core.gitProxy', 'core.askPass'],
      ...['core.alternateRefsCommand', 'sequence.editor', 'credential.helper', 'diff.external'],
      ...['interactive.diffFilter', 'gpg.program', 'gpg.ssh.program', 'gpg.ssh.defaultKeyCommand'],
      ...['gpg.x509.program', 'pager.log', 'pager.blame', 'pager.status', 'pager.diff', 'pager.branch'],
      ...['remote.origin.uploadpack', 'remote.origin.receivepack', 'uploadpack.packObjectsHook'],
      ...['trailer.x.command', 'trailer.x.cmd', 'browser.trap.cmd', 'mergetool.trap.cmd', 'alias.log'],
    ].map((name) => [name, trap] as const),
    ['remote.origin.url', `ext::${trap} %S`],
    ['remote.origin.vcs', 'trap'],
    ['remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*'],
    ['log.showSignature', 'true'],
    ['commit.gpgSign', 'true'],
    ['gpg.format', 'openpgp'],
    ['diff.autoRefreshIndex', 'true'],
    ['status.submoduleSummary', 'true'],
    ['core.untrackedCache', 'true'],
  ];
}

describe('the programs that a repository’s own configuration names', () => {
  const before_ = { ...process.env };
  const world = new GitWorld();
  let plain: string;

  /** A copy in which each of them would be run, with a file that differs only in its time. */
  function trapped(): string {
    const root = world.copyOf(plain);
    const hooks = join(root, 'hooks');
    mkdirSync(hooks);
    for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout', 'pre-auto-gc']) {
      writeFileSync(join(hooks, hook), `#!/bin/sh\nexec '${world.trap}' ${hook}\n`);
      chmodSync(join(hooks, hook), 0o755);
    }
    for (const [name, value] of settingsOf(`'${world.trap}'`)) world.git(root, ['config', name, value]);
    world.git(root, ['config', 'core.hooksPath', hooks]);
    const attributes = ['größe.txt filter=trap diff=trap merge=trap', 'a.txt filter=a=b diff=a=b', '* text'];
    writeFileSync(join(root, '.gitattributes'), `${attributes.join('\n')}\n`);
    utimesSync(join(root, 'größe.txt'), 1, 1);
    utimesSync(join(root, 'a.txt'), 1, 1);
    return root;
  }

  before(() => {
    Object.assign(process.env, { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' });
    plain = world.make();
    const published = world.git(plain, ['rev-parse', 'HEAD']).trim();
    world.git(plain, ['update-ref', 'refs/remotes/origin/main', published]);
  });
  after(() => {
    for (const name of ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM'])
      Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before_);
    world.remove();
  });

  it('are run by git itself, so that the traps are seen to work', () => {
    const root = trapped();
    for (const args of [['blame', 'größe.txt'], ['status'], ['diff', 'HEAD', '--', 'a.txt']]) {
      // A trap fails, and so does git.
      spawnSync('git', args, { cwd: root, env: cleanGit });
      assert.notEqual(world.caught(), '', args.join(' '));
    }
  });

  for (const [name, read] of Object.entries(readers)) {
    it(`are not run by ${name}`, async () => {
      const root = trapped();
      try {
        await read(root);
      } finally {
        assert.equal(world.caught(), '');
      }
    });
  }

  it('change nothing about what is found', async () => {
    const [before, after] = [world.copyOf(plain), trapped()];
    const changed = await workingChanges(git, after);
    assert.deepEqual(changed.map(({ path }) => path).toSorted(), [
      '.gitattributes',
      ...['post-checkout', 'post-index-change', 'pre-auto-gc', 'reference-transaction'].map(
        (hook) => `hooks/${hook}`,
      ),
    ]);
    for (const name of ['a line of the work tree', 'the commits of lines'] as const) {
      assert.deepEqual(await readers[name]?.(after), await readers[name]?.(before), name);
    }
  });

  it('are not those of the person’s own settings, whose filters still count', async () => {
    const root = world.copyOf(plain);
    const own = world.path('settings');
    writeFileSync(own, '[filter "upper"]\n\tclean = tr x 4\n');
    writeFileSync(join(root, '.git', 'info', 'attributes'), 'a.txt filter=upper\n');
    writeFileSync(join(root, 'a.txt'), 'x\nx\nx\nx\n');
    process.env['GIT_CONFIG_GLOBAL'] = own;
    try {
      assert.deepEqual(await workingChanges(git, root), []);
      world.git(root, ['config', 'filter.upper.clean', `'${world.trap}'`]);
      assert.deepEqual(await workingChanges(git, root), [{ path: 'a.txt', isStaged: false }]);
      assert.equal(world.caught(), '');
    } finally {
      process.env['GIT_CONFIG_GLOBAL'] = devNull;
    }
  });

  it('may be filters in a folder that the person trusts', async () => {
    const root = world.copyOf(plain);
    world.git(root, ['config', 'filter.upper.clean', 'tr x 4']);
    writeFileSync(join(root, '.git', 'info', 'attributes'), 'a.txt filter=upper\n');
    writeFileSync(join(root, 'a.txt'), 'x\nx\nx\nx\n');
    const change = { path: 'a.txt', isStaged: false };
    assert.deepEqual(await workingChanges(git, root), [change]);
    assert.deepEqual(await workingChanges(new Git(() => 'git', true), root), []);
  });
});
