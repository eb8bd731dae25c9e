import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { readMention } from '../../../../src/core/references/mention';
import { parseRemote } from '../../../../src/core/references/remote';
import { tracker } from '../../../support/builders';
import { worldNamed as world, worldNames } from '../../../support/references/worlds';

const spelled = (name: string, key: string, form?: 'native' | 'key' | 'url'): string => {
  const { catalog, references } = world(name);
  return references.spellingOf(catalog.find(key)!, form);
};

describe('RepositoryReferences', () => {
  for (const [name, key, expected] of [
    ['jira', 'SHOP-142', 'SHOP-142'],
    ['github', 'SHOP-142', '#142'],
    ['github', 'API-7', 'acme/api#7'],
    ['github', 'SHOP.M-3', 'SHOP.M-3'],
    ['github fork', 'SHOP-142', '#142'],
    ['github elsewhere', 'SHOP-142', 'acme/shop#142'],
    ['github no remote', 'SHOP-142', 'acme/shop#142'],
    ['gitlab', 'SHOP-142', '#142'],
    ['gitlab', 'API-7', 'acme/web/api#7'],
    ['gitlab', 'ACME.E-3', '&3'],
    ['gitlab', 'TOOLS.E-3', 'tools&3'],
    ['azure', 'AB-142', '#142'],
    ['azure on github', 'AB-142', 'AB#142'],
    ['redmine', 'RM-142', '#142'],
    ['github and redmine', 'SHOP-142', '#142'],
    ['github and redmine', 'RM-142', 'RM-142'],
    ['goals file', 'CHECKOUT', 'CHECKOUT'],
  ] as const) {
    it(`spells ${key} as ${expected} in ${name}`, () => assert.equal(spelled(name, key), expected));
  }

  it('spells as the setting says', () => {
    assert.equal(spelled('github', 'SHOP-142', 'key'), 'SHOP-142');
    assert.equal(spelled('github', 'SHOP-142', 'url'), 'https://github.com/acme/shop/issues/142');
    assert.equal(spelled('goals file', 'CHECKOUT', 'url'), 'CHECKOUT');
  });

  it('reads back whatever it writes, for every goal in every world', () => {
    const goals = worldNames.flatMap((name) => {
      const { catalog, references } = world(name);
      return catalog.all('file:///shop').map((goal) => ({ goal, references }));
    });
    fc.assert(
      fc.property(fc.nat(goals.length - 1), fc.constantFrom('native', 'key', 'url'), (at, form) => {
        const each = goals[at]!;
        const written = each.references.spellingOf(each.goal, form);
        assert.equal(each.references.find(written), each.goal, written);
      }),
      { numRuns: 3000 },
    );
  });

  it('offers where a number may mean several, and never guesses', () => {
    const { references } = world('github and redmine, no remote');
    const { goal, offers } = references.resolve(readMention('#142'));
    assert.equal(goal, undefined);
    assert.deepEqual(
      offers.map(({ key }) => key),
      ['SHOP-142', 'API-142', 'RM-142'],
    );
  });

  for (const [numbers, expected] of [
    ['acme/shop', 'SHOP-142'],
    ['https://github.com/acme/api', 'API-142'],
    ['https://www.redmine.example/tracker/', 'RM-142'],
    ['redmine', 'RM-142'],
    ['elsewhere', undefined],
  ] as const) {
    it(`follows the team’s line “numbers: ${numbers}” where nothing else tells`, () => {
      const { catalog } = world('github and redmine, no remote');
      const file = tracker([], { id: 'file', folder: 'file:///shop', numbers });
      const all = new GoalCatalog([...catalog.trackers, file]);
      assert.equal(all.in({ folder: 'file:///shop', remotes: [] }).find('#142')?.key, expected);
      const remotes = [parseRemote('https://github.com/acme/shop')!];
      assert.equal(all.in({ folder: 'file:///shop', remotes }).find('#142')?.key, 'SHOP-142');
    });
  }

  describe('with Azure Boards beside a repository on GitHub', () => {
    const [azure] = world('azure on github').catalog.trackers;
    const remotes = [parseRemote('https://github.com/acme/shop')!];

    it('takes a bare number for GitHub’s, and does not ask Azure for it', () => {
      const { references } = world('azure on github');
      assert.equal(references.find('#142'), undefined);
      assert.equal(references.wantedKey('#99999'), undefined);
      assert.equal(references.wantedKey('AB#99999'), 'AB-99999');
    });

    it('takes one for Azure’s where the team says so', () => {
      const numbers = 'https://dev.azure.com/acme';
      const file = tracker([], { id: 'file', folder: 'file:///shop', numbers });
      const here = new GoalCatalog([azure!, file]).in({ folder: 'file:///shop', remotes });
      assert.equal(here.find('#142')?.key, 'AB-142');
    });

    it('spells a branch’s number as Azure’s only where GitHub’s are not known', () => {
      assert.equal(world('azure on github').references.spelledInBranch('#142'), 'AB#142');
      const github = world('github').catalog.trackers[0]!;
      const both = new GoalCatalog([azure!, github]);
      assert.equal(both.in({ remotes }).spelledInBranch('#142'), '#142');
      const other = [parseRemote('https://github.com/other/thing')!];
      assert.equal(both.in({ remotes: other }).spelledInBranch('#142'), '#142');
      assert.equal(world('azure').references.spelledInBranch('#142'), '#142');
    });
  });
});
