import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { Goal } from '../../../../src/core/goal/goal';
import { knownGoalLines } from '../../../../src/core/links/knownGoals';
import { parseRemote } from '../../../../src/core/references/remote';
import type { TrackerState } from '../../../../src/core/tracker/trackerState';
import { goal, shopGoals, tracker } from '../../../support/builders';
import { worldNamed } from '../../../support/references/worlds';

/** The lines of a repository of `acme/shop` on GitHub, with their tabs shown as `|`. */
function linesOf(trackers: readonly TrackerState[], written = ({ key }: Goal): string => key): string[] {
  const catalog = new GoalCatalog(trackers);
  const home = { remotes: [parseRemote('git@github.com:acme/shop.git')!], folder: 'file:///shop' };
  const source = { catalog, references: catalog.in(home), written };
  return [...knownGoalLines(source)].map((line) => line.replaceAll('\t', '|'));
}

const github = {
  id: 'github',
  references: { kind: 'github', url: 'https://github.com', places: [] },
} as const;
const issue = (number: number, more: Partial<Goal> = {}): Goal =>
  goal(`SHOP-${number}`, {
    trackerId: 'github',
    title: 'Café totals',
    url: `https://github.com/acme/shop/issues/${number}`,
    ...more,
  });

describe('knownGoalLines', () => {
  it('has each key with the tag of its initiative, as it is written here', () => {
    assert.deepEqual(
      linesOf([tracker(shopGoals())], ({ key }) => key.toLowerCase()),
      ['S|OBJ-1||obj-1|', ...[7, 51, 142].map((at) => `S|SHOP-${at}||shop-7|`), 'S|SHOP-160||shop-160|'],
    );
  });

  it('has the number that means a goal here, and the words of its title', () => {
    const elsewhere = issue(9, { url: 'https://github.com/acme/api/issues/9' });
    assert.deepEqual(
      linesOf([tracker([issue(142), elsewhere], github)], () => '#142'),
      ['S|SHOP-142|#142|#142|cafe totals café', 'S|SHOP-9||#142|'],
    );
  });

  it('marks a number that may just as well belong to something else', () => {
    const { catalog, references } = worldNamed('azure on github');
    const [line] = knownGoalLines({ catalog, references, written: ({ key }) => key });
    assert.deepEqual(line?.split('\t').slice(0, 4), ['S', 'AB-1', '?#1 AB#1', 'AB-1']);
  });

  it('has no number for an epic, as none in a branch’s name means one', () => {
    const { catalog, references } = worldNamed('gitlab');
    const lines = [...knownGoalLines({ catalog, references, written: ({ key }) => key })];
    const epic = lines.find((line) => line.startsWith('S\tACME.E-3\t'));
    assert.equal(epic, 'S\tACME.E-3\t\tACME.E-3\t');
  });

  it('says of a key that we made up that it is old', () => {
    const goals = [issue(9), issue(1000)];
    const old = (trackers: readonly TrackerState[]): boolean[] =>
      linesOf(trackers).map((line) => line.endsWith('|old'));
    assert.deepEqual(old([tracker(goals, github)]), [true, false]);
    const jira = tracker([goal('SHOP-8', { trackerId: 'jira' })]);
    assert.deepEqual(old([tracker(goals, github), jira]), [false, false, false], 'not made up');
  });

  it('has former keys, unless another goal has one now', () => {
    const moved = goal('SHOP-8', { aliases: ['old-5', 'SHOP-9'] });
    assert.deepEqual(linesOf([tracker([moved, goal('SHOP-9')])]), [
      'S|SHOP-8||SHOP-8|',
      'S|OLD-5||SHOP-8|',
      'S|SHOP-9||SHOP-9|',
    ]);
  });

  it('has the other keys of a goal: those that its source lists, and those that it covers and nobody has', () => {
    const goals = [goal('INIT-1', { references: ['OLD-5', 'acme/web#7'], covers: ['PAY-2', 'INIT-3'] })];
    assert.deepEqual(linesOf([tracker(goals)]), [
      'S|INIT-1||INIT-1|',
      'S|OLD-5||INIT-1|',
      'S|PAY-2||INIT-1|',
    ]);
  });

  it('has the branches that trackers tie to goals, each line once', () => {
    const branch = (name: string, repository: string) => ({ kind: 'branch', name, repository }) as const;
    const [retry, here, there] = [
      { kind: 'branch', name: 'retry' } as const,
      branch('totals', 'github.com/acme/shop'),
      branch('api', 'github.com/acme/api'),
    ];
    const goals = [
      issue(1, { links: [retry, here, there] }),
      issue(2, { parentKey: 'SHOP-1', level: 'item', links: [retry] }),
      issue(3, { links: [retry] }),
    ];
    assert.deepEqual(
      linesOf([tracker(goals, github)]).filter((line) => line.startsWith('B')),
      ['B|retry|SHOP-1', 'B|retry|SHOP-3', 'B|totals|SHOP-1'],
    );
  });

  it('leaves out goals that cannot be tagged', () => {
    const links = [{ kind: 'branch', name: 'retry' } as const];
    const goals = [issue(1, { links }), issue(2, { links, aliases: ['OLD-2'] })];
    assert.deepEqual(
      linesOf([tracker(goals, github)], ({ key }) => (key === 'SHOP-2' ? 'two words' : key)),
      ['S|SHOP-1|#1|SHOP-1|cafe totals café', 'B|retry|SHOP-1'],
    );
  });
});
