import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { gitCallers } from './gitCallers';
import { GitWorld } from './gitWorld';

/** A repository to be put in the way of our callers. */
interface Condition {
  readonly name: string;
  readonly make: (world: GitWorld, plain: string) => string;
  readonly env?: (world: GitWorld, plain: string) => Readonly<Record<string, string>>;
  /** Objects are missing: what callers may say then, in place of what they find elsewhere. */
  readonly lacks?: Readonly<Record<string, RegExp>>;
  /** What writes is refused, and nothing is written. */
  readonly isLocked?: boolean;
}

const version = execFileSync('git', ['version'], { encoding: 'utf8' }).trim();
const [major = 0, minor = 0] = /(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number) ?? [];
const isAtLeast = (wanted: number): boolean => major > 2 || (major === 2 && minor >= wanted);

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

const conditions: readonly Condition[] = [
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

describe(`All that runs git (here ${version}${isAtLeast(45) ? '' : ', which has no reftable: not tried'})`, () => {
  const before_ = { ...process.env };
  const world = new GitWorld();
  const expected = new Map<string, string>();
  let plain: string;

  before(async () => {
    Object.assign(process.env, { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' });
    plain = world.make();
    const root = world.copyOf(plain);
    for (const { name, run } of gitCallers) expected.set(name, withSubjects(world, root, await run(root)));
  });
  afterEach(() => restore(before_));
  after(() => {
    Reflect.deleteProperty(process.env, 'GIT_CONFIG_GLOBAL');
    Reflect.deleteProperty(process.env, 'GIT_CONFIG_NOSYSTEM');
    restore({ ...before_ });
    world.remove();
  });

  it('finds what there is, where nothing is in the way', () => {
    const all = [...expected.values()].join('\n');
    for (const found of ['SHOP-142: signed', 'Größe für SHOP-8', 'größe.txt', 'SHOP-9', 'note']) {
      assert.ok(all.includes(found), found);
    }
    assert.ok(!all.includes('SHOP-10'));
    assert.equal(expected.get('the history of *.txt'), '[]');
  });

  for (const { name: condition, make, env, lacks = {}, isLocked = false } of conditions) {
    describe(condition, () => {
      let root: string;
      let variables: Readonly<Record<string, string>>;

      before(() => {
        root = make(world, plain);
        variables = env?.(world, plain) ?? {};
      });

      for (const { name, writes, run } of gitCallers) {
        it(name, async () => {
          const trace = world.path('trace');
          mkdirSync(trace);
          const refs = world.git(root, ['for-each-ref']);
          Object.assign(process.env, variables, { GIT_TRACE2_EVENT: trace });
          let outcome: unknown;
          try {
            outcome = await run(root);
          } catch (error) {
            outcome = error;
          } finally {
            restore(before_);
            Object.assign(process.env, { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' });
          }
          assertAtHome(trace, root);
          assert.equal(world.caught(), '');
          const lacking = lacks[name];
          if (isLocked && writes && outcome instanceof Error) {
            assert.match(outcome.message, /lock|at work/i);
            assert.equal(world.git(root, ['for-each-ref']), refs);
          } else if (lacking) {
            const said = outcome instanceof Error ? outcome.message : withSubjects(world, root, outcome);
            assert.match(said, lacking);
          } else {
            if (outcome instanceof Error) throw outcome;
            assert.equal(withSubjects(world, root, outcome), expected.get(name));
          }
        });
      }
    });
  }
});

function restore(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, env);
}

/** What was found, with subjects in the place of object names: those differ where objects have other names. */
function withSubjects(world: GitWorld, root: string, found: unknown): string {
  const text = JSON.stringify(found, (_, value: unknown) => (value instanceof Map ? [...value] : value), 1);
  const names = new Map<string, string>();
  return text.replace(/\b(?:[0-9a-f]{64}|[0-9a-f]{40})\b/g, (sha) => {
    const known = names.get(sha);
    if (known !== undefined) return known;
    const subject = world
      .git(root, [
        'log',
        '-1',
        '--no-show-signature',
        '--encoding=UTF-8',
        '--no-color',
        '--format=%s (%ct)',
        sha,
      ])
      .trim();
    names.set(sha, subject);
    return subject;
  });
}

/** Git's own trace shows no network, no program of others, and no other repository. */
function assertAtHome(trace: string, root: string): void {
  const events = readdirSync(trace).flatMap((name) =>
    readFileSync(join(trace, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(
        (line) =>
          JSON.parse(line) as { event: string; worktree?: string; argv?: string[]; child_class?: string },
      ),
  );
  assert.ok(
    events.some(({ event }) => event === 'start'),
    'nothing was traced',
  );
  for (const { event, worktree, argv = [], child_class } of events) {
    if (event === 'def_repo') assert.equal(worktree, root);
    if (event !== 'child_start') continue;
    // A git that does not know GIT_NO_LAZY_FETCH tries to fetch what is missing, and is not allowed to reach anything.
    const isTry = !isAtLeast(45) && argv.includes('fetch');
    // Git writes what it imports as a pack, and unpacks it.
    const isOwn = argv[1] === 'unpack-objects';
    assert.ok(isTry || isOwn, `${child_class ?? ''}: ${argv.join(' ')}`);
  }
}
