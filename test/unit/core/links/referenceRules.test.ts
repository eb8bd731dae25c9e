import assert from 'node:assert/strict';
import { rulesIn } from '../../../../src/core/links/referenceRules';
import { catalogOf, goal } from '../../../support/builders';
import { worldNamed } from '../../../support/references/worlds';

describe('the rules of a repository', () => {
  const { references } = worldNamed('github');

  it('are what its trackers know', () => {
    const rules = rulesIn(references, { trailer: 'Initiative' });
    assert.equal(rules.keyOf?.('#142'), 'SHOP-142');
    assert.deepEqual([rules.projects, rules.invented], [references.projects, references.inventedProjects]);
    assert.ok(!('code' in rules));
  });

  it('are what its trackers tie to code, if they tie anything', () => {
    const link = { kind: 'commit', sha: '0'.repeat(40) } as const;
    const tied = catalogOf(goal('SHOP-142', { links: [link] })).in();
    assert.equal(rulesIn(tied, { trailer: 'Initiative' }).code, tied.code);
  });

  it('are the team’s own tokens, if it has some', () => {
    const referenceTrailers = ['Topic'];
    assert.equal(
      rulesIn(references, { trailer: 'Goal', referenceTrailers }).referenceTrailers,
      referenceTrailers,
    );
    assert.ok(!('referenceTrailers' in rulesIn(references, { trailer: 'Goal' })));
  });
});
