import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { RepositoryReferences } from '../../../../src/core/catalog/repositoryReferences';
import type { Goal } from '../../../../src/core/goal/goal';
import { parseRemote } from '../../../../src/core/references/remote';
import type { ReferenceStyle } from '../../../../src/core/references/referenceStyle';
import type { TrackerState } from '../../../../src/core/tracker/trackerState';
import { goal } from '../../../support/builders';

function connected(
  id: string,
  goals: Record<string, Partial<Goal>>,
  references?: ReferenceStyle,
): TrackerState {
  const all = Object.entries(goals).map(([key, more]) => goal(key, { trackerId: id, ...more }));
  return {
    id,
    name: `The ${id}`,
    phase: 'ready',
    goals: all,
    badEntries: 0,
    ...(references && { references }),
  };
}

const issue = (number: number) => ({ url: `https://github.com/acme/shop/issues/${number}` });
const jira = connected('jira', { 'OPS-1': {} });
const github = connected(
  'github',
  { 'SHOP-142': issue(142), 'SHOP-150': { ...issue(150), links: [{ kind: 'branch', name: 'totals' }] } },
  { kind: 'github', url: 'https://github.com', places: ['acme/shop'] },
);
const redmine = connected(
  'redmine',
  { 'RM-7': { url: 'https://redmine.example/issues/7' } },
  { kind: 'redmine', url: 'https://redmine.example', places: [] },
);
const azure = connected(
  'azure',
  { 'AB-9': { url: 'https://dev.azure.com/acme/Shop/_workitems/edit/9' } },
  { kind: 'azureDevOps', url: 'https://dev.azure.com/acme', places: [] },
);

/** What is known in a repository with these remotes. */
function referencesIn(trackers: readonly TrackerState[], ...remotes: string[]): RepositoryReferences {
  return new GoalCatalog(trackers).in({ remotes: remotes.flatMap((each) => parseRemote(each) ?? []) });
}
const here = 'https://github.com/acme/shop';
const mirror = 'https://code.example/acme/shop';
const spelled = (key: string, trackers: readonly TrackerState[], ...remotes: string[]): string => {
  const references = referencesIn(trackers, ...remotes);
  return references.spellingOf(references.find(key)!);
};

describe('a number in a repository', () => {
  it('is written alone where a remote is the tracker’s, or nobody knows where the code is', () => {
    assert.equal(spelled('SHOP-142', [jira, github], here), '#142');
    assert.equal(spelled('SHOP-142', [github], mirror, here), '#142');
    assert.equal(spelled('SHOP-142', [github]), '#142');
    assert.equal(spelled('AB-9', [azure]), '#9');
  });

  it('is written with its place where the code is elsewhere', () => {
    assert.equal(spelled('SHOP-142', [github], mirror), 'acme/shop#142');
    assert.equal(spelled('AB-9', [azure], mirror), 'AB#9');
  });

  it('in a branch’s name gets the letters of Azure only once', () => {
    const references = referencesIn([azure], mirror);
    assert.deepEqual(
      ['#9', 'AB#9'].map((each) => references.spelledInBranch(each)),
      ['AB#9', 'AB#9'],
    );
  });

  it('names a key, in upper case, with the newest beside it', () => {
    const references = referencesIn([github], here);
    assert.deepEqual(
      ['#142', '#143'].map((each) => references.keyOf(each)),
      ['SHOP-142', undefined],
    );
    assert.deepEqual(
      ['#142', '#143'].map((each) => references.newestBeside(each)),
      [150, 0],
    );
    const lower = connected('file', { checkout: {} });
    assert.equal(referencesIn([lower]).keyOf('Checkout'), 'CHECKOUT');
  });

  it('that names no goal yet has a key if it is counted in one place', () => {
    const wanted = (text: string, trackers: readonly TrackerState[], ...remotes: string[]) =>
      referencesIn(trackers, ...remotes).wantedKey(text);
    assert.equal(wanted('#99', [github], here), 'SHOP-99');
    assert.equal(wanted('#99', [github, redmine]), undefined, 'in which one?');
    assert.equal(wanted('acme/shop#99', [github], here), undefined);
    assert.equal(wanted('https://github.com/acme/shop/issues/99', [github], here), undefined);
    assert.equal(wanted('SHOP-99', [github], here), undefined);
    assert.equal(wanted('#99', [jira]), undefined);
    const offered = {
      ...github,
      id: 'other',
      goals: github.goals.map((each) => ({ ...each, trackerId: 'other' })),
    };
    assert.equal(wanted('#142', [github, offered], here), undefined, 'there are such goals');
  });

  it('has no key where only a goals file counts, or its tracker makes none of numbers', () => {
    const file = connected('file', { 'TOP-142': { references: ['acme/shop#142'] } });
    assert.equal(referencesIn([file], here).find('#142')?.key, 'TOP-142');
    assert.equal(referencesIn([file], here).wantedKey('#99'), undefined);
    const { references } = github;
    const named = connected('github', { totals: issue(142) }, references);
    assert.equal(referencesIn([named], here).wantedKey('#99'), undefined);
  });
});

describe('the place where a goal is counted', () => {
  const placeOf = (key: string, ...trackers: TrackerState[]): string | undefined => {
    const references = referencesIn(trackers);
    return references.placeOf(references.find(key)!);
  };

  it('is a repository, the address of its tracker, or the name of a goals file', () => {
    assert.equal(placeOf('SHOP-142', jira, github), 'acme/shop');
    assert.equal(placeOf('RM-7', jira, redmine), 'https://redmine.example');
    const file = connected('file', { TOTALS: { references: ['#142'] } });
    assert.equal(placeOf('TOTALS', jira, file), 'The file');
  });

  it('is nowhere without a number', () => assert.equal(placeOf('OPS-1', github, jira), undefined));
});

describe('what a repository has from its catalog', () => {
  it('is the projects, those made up for numbers, and what is tied to code', () => {
    const references = referencesIn([jira, github], here);
    assert.deepEqual([...references.projects], ['OPS', 'SHOP']);
    assert.deepEqual([...references.inventedProjects], ['SHOP']);
    assert.deepEqual(
      references.code.ofBranch('totals').map(({ goal: { key } }) => key),
      ['SHOP-150'],
    );
    assert.equal(references.code, references.code);
  });
});
