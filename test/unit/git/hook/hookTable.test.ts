import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { cleanGit } from '../../../../scripts/cleanGit.mjs';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { isUnconfirmed, linksOfBranch, noChoices } from '../../../../src/core/links/branchLinks';
import { goalsOfBranch } from '../../../../src/core/links/codeGoals';
import type { Goal } from '../../../../src/core/goal/goal';
import type { RepositoryHome } from '../../../../src/core/catalog/repositoryHome';
import { parseRemote } from '../../../../src/core/references/remote';
import { writeHookState } from '../../../../src/git/hook/hookState';
import { writeKnownGoals } from '../../../../src/git/hook/knownGoalsFile';
import { goal, tracker } from '../../../support/builders';
import { referenceRows, type ReferenceRow } from '../../../support/references/table';
import { tagKeys } from '../../core/editing/tagKeys';
import { HookRepository, plainGit, shells } from './hookRepository';

/** What the editor knows where the hook runs. */
interface Known {
  readonly catalog: GoalCatalog;
  readonly home: RepositoryHome;
}

describe('The commit hook on branches that the editor has not seen', function () {
  this.timeout(400_000);
  let repository: HookRepository;
  before(() => {
    repository = new HookRepository();
    repository.useHook();
  });
  after(() => repository.remove());

  const written =
    ({ catalog, home }: Known) =>
    (each: Goal) =>
      catalog.in(home).spellingOf(each);
  const tell = async (known: Known): Promise<void> => {
    const { catalog, home } = known;
    await writeHookState(plainGit, repository.links, {
      trailer: 'Initiative',
      projects: catalog.projects(),
      invented: catalog.inventedProjects(),
      tags: new Map(),
    });
    const references = catalog.in(home);
    await writeKnownGoals(repository.links, { catalog, references, written: written(known) });
  };
  /** What the hook adds to a commit on a branch of this name. */
  const tagsOn = async (branch: string, shell = 'sh'): Promise<string[]> => {
    await writeFile(join(repository.root, '.git/HEAD'), `ref: refs/heads/${branch}\n`);
    const file = join(repository.root, 'message');
    await writeFile(file, 'Fix\n');
    const [program = '', ...options] = shell.split(' ');
    const args = [...options, '.git/goal-lens/prepare-commit-msg', 'message', 'message'];
    const env = { ...cleanGit, GIT_EDITOR: ':' };
    const hook = spawn(program, args, { cwd: repository.root, env, stdio: 'ignore' });
    const status = await new Promise((resolve) => hook.on('close', resolve));
    assert.equal(status, 0);
    return tagKeys(await readFile(file, 'utf8'), 'Initiative');
  };
  /** What the editor would tag it with; a key that no tracker has is written as it stands. */
  const expected = (branch: string, known: Known): string[] => {
    const { catalog, home } = known;
    const { goals, unknown } = goalsOfBranch(branch, noChoices, { catalog, home, folder: home.folder });
    const sure = goals.filter(({ link }) => !isUnconfirmed(link)).map((each) => written(known)(each.goal));
    const made = catalog.inventedProjects();
    const plain = unknown.map(({ key }) => key).filter((key) => !made.has(key.replace(/-\d+$/, '')));
    return [...sure, ...plain];
  };
  const canBeBranch = (name: string): boolean =>
    !/[/.]$|\/\.|\.\.|\/\/|^[-/.]|@\{|[\s~^:?*[\\]|\.lock$/.test(name);

  it('decides every row of the table as the editor does', async () => {
    const rows = referenceRows().filter(({ kind, text }) => kind === 'branch' && canBeBranch(text));
    assert.ok(rows.length > 60, String(rows.length));
    let told: ReferenceRow['world'] | undefined;
    const found: string[] = [];
    const right: string[] = [];
    for (const { text, world, line } of rows) {
      if (told !== world) await tell((told = world));
      found.push(`${line}: ${text} => ${(await tagsOn(text)).join(', ')}`);
      right.push(`${line}: ${text} => ${expected(text, world).join(', ')}`);
    }
    assert.deepEqual(found, right);
  });

  const shop: Known = {
    home: { remotes: [parseRemote('git@github.com:acme/shop.git')!] },
    catalog: new GoalCatalog([
      tracker(
        [
          goal('SHOP-7', { trackerId: 'github', url: 'https://github.com/acme/shop/issues/7' }),
          goal('SHOP-142', {
            trackerId: 'github',
            level: 'item',
            parentKey: 'SHOP-7',
            title: 'Größe of a Café basket',
            url: 'https://github.com/acme/shop/issues/142',
            links: [
              { kind: 'branch', name: 'ana/größe', repository: 'github.com/acme/shop' },
              { kind: 'branch', name: 'elsewhere', repository: 'github.com/acme/api' },
            ],
          }),
        ],
        {
          id: 'github',
          references: { kind: 'github', url: 'https://github.com', places: ['acme/shop'] },
        },
      ),
      tracker(
        [
          goal('PAY-1', { trackerId: 'jira' }),
          goal('PAY-9', { trackerId: 'jira', parentKey: 'PAY-1', level: 'item', aliases: ['OLD-5'] }),
        ],
        { id: 'jira' },
      ),
    ]),
  };

  for (const shell of shells) {
    it(`writes the initiative, for numbers, keys and what trackers know, in ${shell}`, async () => {
      await tell(shop);
      for (const [branch, tags] of [
        ['issue/142', ['#7']],
        ['gh-142-x', ['#7']],
        ['142', []],
        ['142-basket', ['#7']],
        ['142-größe', ['#7']],
        ['142-something-else', []],
        ['ana/größe', ['#7']],
        ['elsewhere', []],
        ['fix/PAY-9', ['PAY-1']],
        ['old-5', ['PAY-1']],
        ['PAY-77', ['PAY-77']],
        ['SHOP-142-SHOP-999', ['#7']],
        ['my-shop-142', []],
      ] as const) {
        assert.deepEqual(await tagsOn(branch, shell), tags, branch);
        assert.deepEqual(expected(branch, shop), tags, `the editor: ${branch}`);
      }
    });
  }

  it('agrees with the editor on names made of everything that names are made of', async () => {
    await tell(shop);
    const part = fc.constantFrom(
      ...[
        '142',
        '7',
        '0142',
        '1420',
        '999999999142',
        'issue',
        'ISSUES',
        'gh',
        'GH',
        'fix',
        'hotfix',
        'bug',
        'ab',
        'lp',
      ],
      ...[
        '#',
        '-',
        '-',
        '_',
        '.',
        '/',
        '/',
        'basket',
        'of',
        'a',
        'x',
        'release',
        'v',
        'pr',
        'feature',
        'closes',
        'refs',
      ],
      ...['SHOP', 'pay', '2024', '10', 'é', '日', 'größe', 'origin', 'us', 'rm'],
    );
    const names = fc
      .array(part, { minLength: 1, maxLength: 7 })
      .map((parts) => parts.join(''))
      .filter(canBeBranch);
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        assert.deepEqual(await tagsOn(name), expected(name, shop), name);
      }),
      { numRuns: 150, examples: [['issue-0142-142'], ['fix142'], ['fix12'], ['x/142/7-basket'], ['ab/142']] },
    );
  });

  it('writes keys as they stand where it was told nothing of goals', async () => {
    await tell({ catalog: new GoalCatalog([tracker([goal('SHOP-1')])]), home: { remotes: [] } });
    assert.deepEqual(await tagsOn('SHOP-1'), ['SHOP-1']);
    assert.deepEqual(linksOfBranch('142', noChoices, shop.catalog.in(shop.home)).length, 1);
  });
});
