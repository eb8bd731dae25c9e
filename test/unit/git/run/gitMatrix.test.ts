import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { gitCallers } from './gitCallers';
import { conditions, isAtLeast, version } from './gitConditions';
import { GitWorld } from './gitWorld';

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
