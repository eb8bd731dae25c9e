import assert from 'node:assert/strict';
import { rulesIn } from '../../../../src/core/links/referenceRules';
import { worldNamed } from '../../../support/references/worlds';

describe('the rules of a repository', () => {
  const { references } = worldNamed('github');

  it('are what its trackers know', () => {
    const rules = rulesIn(references, { trailer: 'Initiative' });
    assert.equal(rules.keyOf?.('#142'), 'SHOP-142');
    assert.deepEqual([rules.projects, rules.invented], [references.projects, references.inventedProjects]);
    assert.equal(rules.code, references.code);
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
