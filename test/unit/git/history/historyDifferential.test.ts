import assert from 'node:assert/strict';
import { referencesInValue } from '../../../../src/core/references/referencesInValue';
import { normalizeKey } from '../../../../src/core/goal/goalKey';
import { HistoryFixture, importCommits, type ImportedCommit } from './historyFixture';

/** Park and Miller's generator. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const lines = [
  ...[
    '',
    '',
    'Text of SHOP-3.',
    'Initiative: SHOP-1',
    'initiative : SHOP-2, checkout',
    'Initiative:',
    ' SHOP-4',
  ],
  ...[
    'Signed-off-by: Ana <ana@shop.example>',
    'Closes #12',
    '(cherry picked from commit 0123456)',
    '# comment',
  ],
  ...[
    '---',
    'Refs: SHOP-5',
    'Initiative: two words SHOP-6',
    '\tindented',
    'Conflicts:',
    'Initiative: ünï-7',
    'a: b',
  ],
];

describe('HistoryIndex, beside git itself', () => {
  let repository: HistoryFixture;
  beforeEach(() => {
    repository = new HistoryFixture();
  });
  afterEach(() => repository.remove());

  for (const seed of [1, 2, 3]) {
    it(`finds the trailers that git finds, and others only in paragraphs of trailers (${seed})`, async () => {
      const random = numbers(seed);
      const commits: ImportedCommit[] = Array.from({ length: 250 }, (_, at) => ({
        message: `Title ${at}\n\n${Array.from({ length: random(9) }, () => lines[random(lines.length)]).join('\n')}\n`,
        files: [`f${random(20)}`],
        ...(at > 4 &&
          random(5) === 0 && {
            parents: [at - random(4), at - 4 > 0 ? at - 4 : 1].filter((p, i, a) => a.indexOf(p) === i),
          }),
      }));
      importCommits(repository.root, commits);
      const index = await repository.open({
        rules: { trailer: 'Initiative', projects: new Set() },
      });
      await index.update();
      const listing = repository.git(
        'log',
        '-z',
        '--format=%H%x00%(trailers:key=Initiative,valueonly,unfold,separator=%x01)%x00',
      );
      const fields = listing.split('\0');
      const expected = new Map<string, Set<string>>();
      for (let at = 0; at + 1 < fields.length; at += 3) {
        for (const key of fields[at + 1]!.split('\x01').flatMap(referencesInValue).map(normalizeKey)) {
          expected.set(key, (expected.get(key) ?? new Set()).add(fields[at]!));
        }
      }
      assert.ok(expected.size >= 3);
      for (const [key, shas] of expected) {
        const found = index.commitsOf(new Set([key]));
        const names = new Set(found.map(({ sha }) => sha));
        assert.deepEqual(
          [...shas].filter((sha) => !names.has(sha)),
          [],
          key,
        );
        for (const { sha } of found) {
          if (shas.has(sha)) continue;
          const paragraphs = repository.git('log', '-1', '--format=%b', sha).split(/\n(?:[ \t]*\n)+/);
          const isAlone = (text: string): boolean =>
            /^(?:[\w-]+[ \t]*:.*(?:\n[ \t].*)*(?:\n|$))+$/.test(text);
          const named = paragraphs.filter((text) => text.toUpperCase().includes(key));
          assert.ok(named.some(isAlone), `${key} in ${named.join(' | ')}`);
        }
        assert.ok(found.every(({ by }) => by === 'trailer'));
        assert.ok(found.every(({ time }, at) => at === 0 || time <= found[at - 1]!.time));
        const files = new Map<string, number>();
        for (const sha of names) {
          const args = ['log', '-1', '--format=', '--name-only', '--no-renames', '-z', sha];
          for (const path of repository
            .git(...args)
            .split('\0')
            .filter(Boolean))
            files.set(path, (files.get(path) ?? 0) + 1);
        }
        assert.deepEqual(
          new Map(index.filesOf(new Set([key])).map(({ path, commits: count }) => [path, count])),
          new Map([...files].sort()),
          key,
        );
      }
    });
  }

  it('grows commit by commit to what a fresh reading gives', async () => {
    const random = numbers(9);
    repository.commit('a.ts', '0', 'Start');
    const all = Array.from({ length: 7 }, (_, at) => `SHOP-${at}`);
    const index = await repository.open();
    for (let step = 1; step < 25; step += 1) {
      const action = random(5);
      if (action === 0 && step > 5) repository.git('reset', '--quiet', '--hard', `HEAD~${random(3)}`);
      else if (action === 1)
        repository.git('commit', '--quiet', '--amend', '--allow-empty', '-m', `SHOP-${random(7)} amended`);
      else if (action === 2)
        repository.git('notes', '--ref=goals', 'add', '-f', '-m', `SHOP-${random(7)}`, 'HEAD');
      else repository.commit(`f${random(5)}.ts`, String(step), `SHOP-${random(7)} step ${step}`);
      await index.update();
      const fresh = await repository.open();
      await fresh.update();
      for (const key of all) {
        const [one, other] = [index, fresh].map((each) =>
          each.commitsOf(new Set([key])).sort((a, b) => (a.sha < b.sha ? -1 : 1)),
        );
        assert.deepEqual(one, other, `${key} at step ${step}`);
        assert.deepEqual(index.filesOf(new Set([key])), fresh.filesOf(new Set([key])));
      }
      assert.equal(index.stats.commits, fresh.stats.commits);
      assert.equal(index.stats.candidates, fresh.stats.candidates);
    }
  });
});
