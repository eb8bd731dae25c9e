import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { RepositoryReferences } from '../../../../src/core/catalog/repositoryReferences';
import { openMentions } from '../../../../src/core/links/openMentions';
import { parseRemote } from '../../../../src/core/references/remote';
import type { TrackerState } from '../../../../src/core/tracker/trackerState';
import { goal, tracker } from '../../../support/builders';

function referencesOf(more: Partial<TrackerState>): RepositoryReferences {
  const known = tracker([goal('SHOP-7', { url: 'https://github.com/acme/shop/issues/7' })], {
    references: { kind: 'github', url: 'https://github.com', places: ['acme/shop'] },
    ...more,
  });
  return new GoalCatalog([known]).in({
    remotes: [parseRemote('git@github.com:acme/shop.git')].flatMap((remote) => remote ?? []),
  });
}

describe('openMentions', () => {
  const github = referencesOf({});

  it('asks for numbers that no list has brought, by the keys that they would have', () => {
    const { keys } = openMentions(
      ['#7', '#142', '#142', 'acme/other#9', 'SHOP-3', 'initiative:SHOP-4'],
      github,
    );
    assert.deepEqual(keys, ['SHOP-142']);
  });

  it('asks what pull requests close, and not for items of their numbers', () => {
    const found = openMentions(
      ['#4321', '!4321', '!7', 'acme/shop!5', '!https://github.com/acme/shop/pull/6'],
      github,
    );
    assert.deepEqual(found, { keys: [], pullRequests: [4321] });
  });

  it('asks for nothing that is known, or that a tracker ties already', () => {
    const link = { kind: 'pullRequest', number: 4321, repository: 'github.com/acme/shop' } as const;
    const found = openMentions(['!4321'], referencesOf({ ties: [{ key: 'shop-7', link }] }));
    assert.deepEqual(found, { keys: [], pullRequests: [] });
  });

  it('asks for so many keys at once, the first ones first', () => {
    const { keys } = openMentions(
      Array.from({ length: 500 }, (_, at) => `#${at + 1000}`),
      github,
    );
    assert.deepEqual([keys.length, keys[0]], [200, 'SHOP-1000']);
    const { pullRequests } = openMentions(
      Array.from({ length: 2500 }, (_, at) => `!${at + 1000}`),
      github,
    );
    assert.deepEqual([pullRequests.length, pullRequests[0]], [2000, 1000]);
  });
});
