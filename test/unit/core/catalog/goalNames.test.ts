import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { coveredItem, GoalNames } from '../../../../src/core/catalog/goalNames';
import { keysOfCommit } from '../../../../src/core/links/commitKeys';
import { linksOfBranch, noChoices } from '../../../../src/core/links/branchLinks';
import { isOwnReference, rulesIn } from '../../../../src/core/links/referenceRules';
import { parseRemote } from '../../../../src/core/references/remote';
import type { TrackerState } from '../../../../src/core/tracker/trackerState';
import { goalView } from '../../../../src/core/views/goalView';
import { goal, tracker } from '../../../support/builders';

const home = { folder: 'file:///shop', remotes: [parseRemote('https://github.com/acme/web')!] };
const file = (...covers: string[]): TrackerState =>
  tracker([goal('INIT-1', { trackerId: 'file', covers })], { id: 'file' });
const jira = (...keys: string[]): TrackerState => ({
  id: 'jira',
  name: 'Jira',
  phase: 'ready',
  goals: keys.map((key) => goal(key, { trackerId: 'jira', level: 'epic' })),
  badEntries: 0,
});
const keysNamed = (subject: string, ...trackers: TrackerState[]): string[] => {
  const rules = rulesIn(new GoalCatalog(trackers).in(home), { trailer: 'Initiative' });
  return keysOfCommit({ subject, body: '' }, rules).map(({ key }) => key);
};

describe('an item that a goal covers', () => {
  for (const [covered, subjects] of [
    ['SHOP-120', ['SHOP-120: retry a payment', 'shop-120 again']],
    [
      'https://acme.atlassian.net/browse/SHOP-120',
      ['SHOP-120: retry', 'Retry (https://acme.atlassian.net/browse/SHOP-120)'],
    ],
    ['acme/web#7', ['Retry (acme/web#7)', 'Fixes #7']],
    ['https://github.com/acme/web/issues/7', ['Retry #7', 'See https://github.com/acme/web/issues/7']],
  ] as const) {
    it(`counts as the goal where nothing that is read could have it: ${covered}`, () => {
      for (const subject of subjects)
        assert.deepEqual(keysNamed(subject, file(covered)), ['INIT-1'], subject);
    });
  }

  it('is the tracker’s own where the tracker has it', () => {
    const trackers = [file('SHOP-120'), jira('SHOP-120')];
    assert.deepEqual(keysNamed('SHOP-120: retry', ...trackers), ['SHOP-120']);
    const catalog = new GoalCatalog(trackers);
    assert.equal(goalView(catalog.find('SHOP-120')!, catalog).initiative.key, 'INIT-1');
  });

  it('is unknown where the tracker could be asked for it', () => {
    assert.deepEqual(keysNamed('SHOP-120: retry', file('SHOP-120'), jira('SHOP-121')), ['SHOP-120']);
    const github = { kind: 'github', url: 'https://github.com', places: ['acme/shop'] } as const;
    const other = tracker([goal('SHOP-1', { trackerId: 'github' })], { id: 'github', references: github });
    assert.deepEqual(keysNamed('Fixes acme/web#7', file('acme/web#7'), other), []);
  });

  it('says nothing about other keys of its project, unless they are tagged', () => {
    for (const listing of [file('SHOP-120'), tracker([goal('INIT-1', { references: ['SHOP-120'] })])]) {
      const rules = rulesIn(new GoalCatalog([listing]).in(home), { trailer: 'Initiative' });
      const keysOf = (subject: string, body = ''): string[] =>
        keysOfCommit({ subject, body }, rules).map(({ key }) => key);
      assert.deepEqual(keysOf('SHOP-121: cart', 'Refs: SHOP-122\n'), []);
      assert.deepEqual(keysOf('Cart', 'Initiative: SHOP-121\n'), ['SHOP-121']);
      assert.deepEqual([isOwnReference('SHOP-120', rules), isOwnReference('SHOP-121', rules)], [true, false]);
      const linked = (branch: string): string[] =>
        linksOfBranch(branch, noChoices, new GoalCatalog([listing]).in(home)).map(({ key }) => key);
      assert.deepEqual([linked('SHOP-120-retry'), linked('SHOP-121-cart')], [['INIT-1'], []]);
    }
  });

  it('is still named as not read', () => {
    const catalog = new GoalCatalog([file('SHOP-120', 'acme/web#7')]);
    const { unknownReferences, ancestors } = goalView(catalog.find('INIT-1')!, catalog);
    assert.deepEqual([unknownReferences, ancestors], [['SHOP-120', 'acme/web#7'], []]);
  });
});

describe('GoalNames', () => {
  const names = new GoalNames([jira('SHOP-1-2'), tracker([goal('ROADMAP', { aliases: ['old-5'] })])]);
  const covering = (...covers: string[]): readonly string[] => names.of(goal('INIT-1', { covers }));

  it('are what a goal was called before, what refers to it, and what it covers', () => {
    assert.deepEqual(names.of(goal('INIT-1')), []);
    assert.deepEqual(names.of(goal('INIT-1', { aliases: ['A-1'] })), ['A-1']);
    assert.deepEqual(
      names.of(goal('INIT-1', { aliases: ['A-1'], references: ['#7'], covers: ['PAY-1', 'web#7'] })),
      ['A-1', '#7', 'PAY-1', 'web#7'],
    );
    const page = 'https://acme.atlassian.net/browse/PAY-1';
    assert.deepEqual(covering(page), [page, 'PAY-1']);
  });

  it('leave out keys of projects that a tracker has, or had', () => {
    assert.deepEqual(covering('OLD-6', 'SHOP-1-9'), []);
    assert.deepEqual(covering('SHOP-1', 'ROADMAP-1'), ['SHOP-1'], 'of SHOP-1-2, the project is SHOP-1');
    assert.deepEqual(
      ['roadmap', 'OLD-77', 'OLD', 'SHOP-1-3', 'SHOP-3', 'SHOP-1-2-3'].map((key) => names.isHeld(key)),
      [true, true, true, true, false, false],
    );
  });
});

describe('coveredItem', () => {
  const page = 'https://acme.atlassian.net/browse/SHOP-120';
  const initiative = goal('INIT-1', { covers: ['PAY-1', page, 'acme/web#7'] });

  it('finds an item by its key, its address and its number, as the source spells it', () => {
    for (const [text, item] of [
      ['pay-1', 'PAY-1'],
      ['SHOP-120', page],
      ['https://acme.atlassian.net/browse/shop-120?focus=1', page],
      ['https://acme.atlassian.net/browse/PAY-1', 'PAY-1'],
      ['acme/web#7', 'acme/web#7'],
    ] as const) {
      assert.equal(coveredItem(initiative, text), item, text);
    }
  });

  it('finds none that is not covered', () => {
    for (const text of ['PAY-2', 'acme/web#8', 'https://acme.atlassian.net/browse/SHOP-12'])
      assert.equal(coveredItem(initiative, text), undefined, text);
    assert.equal(coveredItem(goal('INIT-2'), 'PAY-1'), undefined);
  });
});
