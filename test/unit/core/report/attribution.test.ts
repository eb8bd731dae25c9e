import assert from 'node:assert/strict';
import { attribute } from '../../../../src/core/report/attribution';
import { messageFacts } from '../../../../src/core/report/messageFacts';
import { ReportTargets } from '../../../../src/core/report/reportTarget';
import { catalogOf, goal, shopGoals } from '../../../support/builders';
import { landingsOf, shaOf, type LandedCommit } from './landingsFixture';

const shop = catalogOf(...shopGoals());
const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };

/** What the first commit serves, and how that is known. */
function firstOf(
  commits: readonly LandedCommit[],
  catalog = shop,
  reverted = new Map<string, ReturnType<typeof messageFacts>>(),
): string[] {
  const landings = landingsOf(commits, { reverted });
  const claims = attribute(landings, new ReportTargets(catalog)).get(0) ?? [];
  return claims.map(({ target, evidence }) => {
    const name =
      target.kind === 'goal' ? target.goal.key : target.kind === 'unknown' ? `?${target.key}` : '-';
    return `${evidence} ${name}`;
  });
}

const revertOf = (row: number): string => `This reverts commit ${shaOf(row)}.`;

describe('attribution of a commit', () => {
  it('goes by what the commit names, before all else', () => {
    const merge = { subject: 'SHOP-160', role: 'merge' } as const;
    assert.deepEqual(firstOf([{ body: 'Initiative: SHOP-7', by: 1 }, merge]), ['named SHOP-7']);
    assert.deepEqual(firstOf([{ subject: 'Fix SHOP-142', by: 1 }, merge]), ['named SHOP-142']);
    assert.deepEqual(firstOf([{ subject: 'Fix SHOP-999' }]), ['named ?SHOP-999']);
    assert.deepEqual(firstOf([{ body: 'Initiative: OTHER-1, SHOP-7' }]), ['named SHOP-7', 'named ?OTHER-1']);
  });

  it('goes by the commit that it reverts, through reverts of reverts, in the period and before it', () => {
    const named = { subject: 'SHOP-7' };
    assert.deepEqual(firstOf([{ body: revertOf(1) }, named]), ['reverted SHOP-7']);
    assert.deepEqual(firstOf([{ body: revertOf(1) }, { body: revertOf(2) }, named]), ['reverted SHOP-7']);
    const before = messageFacts({ subject: 'SHOP-160', body: '', note: '' }, rules);
    assert.deepEqual(firstOf([{ body: revertOf(77) }], shop, new Map([[shaOf(77), before]])), [
      'reverted SHOP-160',
    ]);
    assert.deepEqual(firstOf([{ body: revertOf(1) }, { body: revertOf(0) }]), ['none -'], 'a circle ends');
  });

  it('goes by the subject, the body and the branch name of the merge that landed it', () => {
    const by = (subject: string, body = ''): string[] =>
      firstOf([{ by: 1 }, { subject, body, role: 'merge' }]);
    assert.deepEqual(by("Merge branch 'feature/SHOP-142-retry' into main"), ['merge SHOP-142']);
    assert.deepEqual(by('Merge pull request #3 from ana/shop-160-search'), ['merge SHOP-160']);
    assert.deepEqual(by('Land it', 'Initiative: SHOP-7'), ['merge SHOP-7']);
    assert.deepEqual(
      by('Merge pull request #142 from ana/fix'),
      ['none -'],
      'a number of the forge is no key',
    );
    const numbered = catalogOf(goal('GH-142', { level: 'item' }));
    const keyOf = (text: string): string | undefined => (text === '#142' ? 'GH-142' : undefined);
    const landings = landingsOf(
      [{ by: 1 }, { subject: 'Merge pull request #3 from ana/142-retry', role: 'merge' }],
      {},
      { ...rules, keyOf },
    );
    const [claim] = attribute(landings, new ReportTargets(numbered)).get(0) ?? [];
    assert.deepEqual([claim?.evidence, claim?.target.kind], ['merge', 'goal']);
  });

  it('takes `none` for a word of its own, with or without a reason', () => {
    assert.deepEqual(firstOf([{ body: 'Initiative: none (tooling)' }]), ['declared -']);
    assert.deepEqual(firstOf([{ body: 'Initiative: None' }]), ['declared -']);
    assert.deepEqual(firstOf([{ body: 'Initiative: none (x)\nInitiative: SHOP-7' }]), ['named SHOP-7']);
    const reason = (value: string): string | undefined =>
      messageFacts({ subject: 's', body: `Initiative: ${value}`, note: '' }, rules).withoutGoal;
    assert.deepEqual(['none', 'none (a (b))', 'NONE: c', 'nonesuch', 'SHOP-7'].map(reason), [
      '',
      'a (b)',
      'c',
      undefined,
      undefined,
    ]);
  });

  it('reads notes, cherry-picks and types', () => {
    const facts = (words: { subject?: string; body?: string; note?: string }): object =>
      messageFacts({ subject: 's', body: '', note: '', ...words }, rules);
    const empty = { keys: [], reverts: [], isNumbered: false };
    assert.deepEqual(facts({ note: 'Text\n\nInitiative: SHOP-7\n\nInitiative: none (x)' }), {
      ...empty,
      keys: ['SHOP-7'],
      withoutGoal: 'x',
    });
    assert.deepEqual(facts({ body: `x\n\n(cherry picked from commit ${shaOf(1)})\n` }), {
      ...empty,
      pickedFrom: shaOf(1),
    });
    assert.deepEqual(facts({ subject: 'Fix(cart)!: totals (#12)' }), {
      ...empty,
      type: 'fix',
      isNumbered: true,
    });
    assert.deepEqual(
      facts({ subject: 'Note: this is prose', body: 'I know that This reverts commit nothing' }),
      { ...empty, type: 'note' },
    );
  });
});
