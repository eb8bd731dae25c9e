import assert from 'node:assert/strict';
import { isMine } from '../../../../src/core/goal/mine';

const ana = { name: 'Ana', email: 'ana@shop.example' };

describe('isMine', () => {
  it('goes by what the tracker says', () => {
    assert.equal(isMine({ mine: 'me' }, {}), true);
    assert.equal(isMine({ mine: 'me', owner: { name: 'Bo' } }, ana), true);
    assert.equal(isMine({}, ana), false);
  });

  it('counts a team’s where teams are asked for', () => {
    assert.equal(isMine({ mine: 'team' }, ana, 'team'), true);
    assert.equal(isMine({ mine: 'team' }, ana, 'me'), false);
    assert.equal(isMine({ mine: 'team' }, ana), false);
    assert.equal(isMine({}, ana, 'team'), false);
  });

  for (const [owner, identity, expected] of [
    [{ name: 'Someone', email: ' ANA@shop.example ' }, ana, true],
    [{ name: 'Ana', email: 'bo@shop.example' }, ana, false],
    [{ name: 'Ana', email: 'ana@shop.example' }, { name: 'Ana' }, false],
    [{ name: ' ana' }, ana, true],
    [{ name: 'Bo' }, ana, false],
    [{ name: 'Ana' }, { email: 'ana@shop.example' }, false],
    [{ name: ' ' }, { name: '' }, false],
    [{ name: 'Ana', email: '' }, { name: 'Ana', email: '' }, false],
  ] as const) {
    it(`is ${expected} for the owner ${JSON.stringify(owner)} and ${JSON.stringify(identity)}`, () =>
      assert.equal(isMine({ owner }, identity), expected));
  }
});
