import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GitWorld } from './gitWorld';

/** A repository to be put in the way of our callers. */
export interface Condition {
  readonly name: string;
  readonly make: (world: GitWorld, plain: string) => string;
  readonly env?: (world: GitWorld, plain: string) => Readonly<Record<string, string>>;
  /** Objects are missing: what callers may say then, in place of what they find elsewhere. */
  readonly lacks?: Readonly<Record<string, RegExp>>;
  /** What writes is refused, and nothing is written. */
  readonly isLocked?: boolean;
}

/** The version of git that the tests run. */
export const version = execFileSync('git', ['version'], { encoding: 'utf8' }).trim();
const [major = 0, minor = 0] = /(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number) ?? [];
/** Whether it is git 2 of this minor version, or newer. */
export const isAtLeast = (wanted: number): boolean => major > 2 || (major === 2 && minor >= wanted);

const configured =
  (...settings: (readonly [string, string | ((world: GitWorld) => string)])[]) =>
  (world: GitWorld, plain: string): string => {
    const root = world.copyOf(plain);
    for (const [name, value] of settings) {
      world.git(root, ['config', name, typeof value === 'string' ? value : value(world)]);
    }
    return root;
  };
const trap = (world: GitWorld): string => world.trap;

const cannotFetch = /^Git failed and says: fatal: (?:could not fetch .* from promisor remote|.*missing)/;

/** What may be in the way of our callers. */
export const conditions: readonly Condition[] = [
  {
    name: 'inherited variables of another repository',
    make: (world, plain) => world.copyOf(plain),
    env: (world) => {
      const other = world.path('other');
      world.git(world.folder, ['init', '--quiet', '--initial-branch=other', other]);
      return {
        GIT_DIR: join(other, '.git'),
        GIT_COMMON_DIR: join(other, '.git'),
        GIT_WORK_TREE: other,
        GIT_INDEX_FILE: join(other, '.git', 'index'),
        GIT_OBJECT_DIRECTORY: join(other, '.git', 'objects'),
        GIT_ALTERNATE_OBJECT_DIRECTORIES: join(other, '.git', 'objects'),
        GIT_NAMESPACE: 'other',
        GIT_PREFIX: 'sub/',
        GIT_CEILING_DIRECTORIES: '/nowhere',
        GIT_CONFIG: join(other, '.git', 'config'),
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'core.bare',
        GIT_CONFIG_VALUE_0: 'true',
        GIT_CONFIG_PARAMETERS: `'core.bare=true' 'core.hooksPath=${other}'`,
        GIT_EXTERNAL_DIFF: world.trap,
        GIT_ICASE_PATHSPECS: '1',
        GIT_NOTES_REF: 'refs/notes/other',
        GIT_NOTES_DISPLAY_REF: 'refs/notes/*',
        GIT_PAGER: world.trap,
        GIT_QUARANTINE_PATH: join(other, '.git', 'objects'),
        GIT_REPLACE_REF_BASE: 'refs/notes/',
        GIT_SHALLOW_FILE: join(other, 'none'),
        LC_ALL: 'de_DE.UTF-8',
      };
    },
  },
  {
    name: 'a clone without blobs, its origin gone',
    make: (world, plain) => world.partialCloneOf(plain, 'blob:none', true),
    lacks: { 'the lines that landed': /not here/ },
  },
  {
    name: 'a clone without trees, its origin gone',
    make: (world, plain) => world.partialCloneOf(plain, 'tree:0', false),
    lacks: {
      'the history index':
        /"subject": "Größe für SHOP-8",[^]*"subject": "SHOP-142: signed",[^]*"files": \[\]/,
      'the history of größe.txt': cannotFetch,
      'the history of a.txt': cannotFetch,
      'the history of *.txt': cannotFetch,
      'the files of a commit': cannotFetch,
      'the lines that landed': /not here/,
      'the commits of the branch': cannotFetch,
      'a goal note': cannotFetch,
      'commits reworded, with their notes, and back': cannotFetch,
    },
  },
  {
    name: 'signatures shown',
    make: configured(['log.showSignature', 'true'], ['gpg.program', trap], ['commit.gpgSign', 'true']),
  },
  {
    name: 'output in Latin-1',
    make: configured(['i18n.logOutputEncoding', 'ISO-8859-1'], ['i18n.commitEncoding', 'ISO-8859-1']),
  },
  {
    name: 'other forms of output',
    make: configured(
      ['core.quotePath', 'true'],
      ['color.ui', 'always'],
      ['diff.relative', 'true'],
      ['diff.renames', 'copies'],
      ['diff.noprefix', 'true'],
      ['diff.orderFile', '/no/such/file'],
      ['diff.ignoreSubmodules', 'all'],
      ['format.pretty', 'oneline'],
      ['log.date', 'relative'],
      ['log.decorate', 'full'],
      ['log.abbrevCommit', 'true'],
      ['log.follow', 'true'],
      ['log.mailmap', 'true'],
      ['log.showRoot', 'false'],
      ['log.diffMerges', 'off'],
      ['notes.displayRef', 'refs/notes/*'],
      ['core.notesRef', 'refs/notes/other'],
      ['core.abbrev', '5'],
      ['branch.sort', '-refname'],
    ),
  },
  {
    name: 'programs of others: differs, converters, monitors, pagers',
    make: (world, plain) => {
      const root = configured(
        ['diff.external', trap],
        ['diff.trap.command', trap],
        ['diff.trap.textconv', trap],
        ['filter.trap.clean', trap],
        ['filter.trap.smudge', trap],
        ['core.fsmonitor', trap],
        ['core.pager', trap],
        ['core.editor', trap],
        ['core.sshCommand', trap],
        ['core.askPass', trap],
        ['core.alternateRefsCommand', trap],
        ['credential.helper', trap],
        ['gpg.program', trap],
        ['gpg.ssh.program', trap],
      )(world, plain);
      mkdirSync(join(root, '.git', 'info'), { recursive: true });
      appendFileSync(join(root, '.git', 'info', 'attributes'), '* diff=trap filter=trap\n');
      return root;
    },
  },
  {
    name: 'refs, index and settings locked by another git',
    isLocked: true,
    make: (world, plain) => {
      const root = world.copyOf(plain);
      const locks = ['HEAD', 'index', 'config', 'packed-refs', 'shallow', 'refs/heads/feature/SHOP-142'];
      for (const name of [...locks, 'refs/notes/goals'])
        writeFileSync(join(root, '.git', `${name}.lock`), '');
      return root;
    },
  },
  { name: 'SHA-256', make: (world) => world.make('--object-format=sha256') },
  ...(isAtLeast(45)
    ? [{ name: 'reftable', make: (world: GitWorld) => world.make('--ref-format=reftable') }]
    : []),
];
