import assert from 'node:assert/strict';
import fc from 'fast-check';
import { goalInPath } from '../../../../src/core/references/goalLinkPath';

describe('goalInPath', () => {
  for (const [path, text] of [
    ['/goal/SHOP-142', 'SHOP-142'],
    ['/goal/#142', '#142'],
    ['/goal/acme/shop#142', 'acme/shop#142'],
    ['/goal/AB#12', 'AB#12'],
    ['/goal/', undefined],
    ['/goal', undefined],
    ['/GOAL/SHOP-142', undefined],
    ['/other/SHOP-142', undefined],
    ['//evil.example/goal/SHOP-142', undefined],
    ['/goal/../../etc/passwd', undefined],
    ['/goal/SHOP-142?x=1', undefined],
    ['/goal/SHOP-142\n', undefined],
    ['/goal/ SHOP-142', undefined],
    ['/goal/command:workbench.action.quit', undefined],
    ['/goal/<img src=x>', undefined],
    ['/goal/$(sync~spin)', undefined],
    ['/goal/SHOP-142\u202e', undefined],
    [`/goal/${'A'.repeat(200)}-1`, undefined],
    [`/goal/${'a'.repeat(158)}#1`, `${'a'.repeat(158)}#1`],
    [`/goal/${'a'.repeat(159)}#1`, undefined],
  ] as const) {
    it(`reads ${text ?? 'nothing'} from ${JSON.stringify(path.slice(0, 60))}`, () =>
      assert.equal(goalInPath(path), text));
  }

  it('never throws, and only ever takes letters, digits and a few marks', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const found = goalInPath(`/goal/${text}`);
        assert.ok(found === undefined || /^[\p{L}\p{N}_./#&+~\s-]+$/u.test(found));
      }),
    ));
});
