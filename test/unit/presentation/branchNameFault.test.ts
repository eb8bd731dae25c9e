import assert from 'node:assert/strict';
import { branchNameFault } from '../../../src/presentation/branchNameFault';

describe('the check of a branch name', () => {
  const faultOf = (name: string) => branchNameFault(name, new Set(['main', 'feature/SHOP-7-carts']));

  it('lets through what git would create', () => {
    assert.equal(faultOf('feature/SHOP-142-retry'), undefined);
    assert.equal(faultOf('feature/SHOP-7'), undefined);
  });

  it('says what git does not allow', () => {
    for (const name of ['', 'retry a payment', 'feature/', 'HEAD'])
      assert.equal(faultOf(name), 'Git does not allow this as a branch name.', name);
  });

  it('says that there is a branch of the name', () => {
    assert.equal(faultOf('feature/SHOP-7-carts'), 'There is a branch of this name already.');
  });

  it('names the branch of which the new one would be a folder, or the other way round', () => {
    assert.match(faultOf('feature') ?? '', /^The branch feature\/SHOP-7-carts is in the way: /);
    assert.match(faultOf('main/retry') ?? '', /^The branch main is in the way: /);
  });
});
