import assert from 'node:assert/strict';
import { formerSignInPlace, signInPlace, signInPlaceOf } from '../../../../src/core/tracker/signInPlace';

const url = 'https://Jira.example:8443/base?x=1';

describe('signInPlace', () => {
  it('is the origin of an address, and nothing below it', () => {
    assert.equal(signInPlace({ url }), 'https://jira.example:8443');
    assert.equal(signInPlace({ url: 'https://jira.example:443/a' }), 'https://jira.example');
    assert.notEqual(
      signInPlace({ url: 'http://jira.example' }),
      signInPlace({ url: 'https://jira.example' }),
    );
  });

  it('is another one for each account, whose case does not matter', () => {
    assert.equal(signInPlace({ url, signInAs: 'Ana' }), 'https://jira.example:8443#ana');
    assert.equal(signInPlace({ url, signInAs: 'ana' }), signInPlace({ url, signInAs: 'ANA' }));
    assert.notEqual(signInPlace({ url, signInAs: 'ana' }), signInPlace({ url }));
  });

  it('refuses what is no address', () =>
    assert.throws(() => signInPlace({ url: 'jira.example' }), TypeError));
});

describe('formerSignInPlace', () => {
  it('keeps the case of the account, and is none where that made no difference', () => {
    assert.equal(formerSignInPlace({ url, signInAs: 'Ana' }), 'https://jira.example:8443#Ana');
    assert.equal(formerSignInPlace({ url, signInAs: 'ana' }), undefined);
    assert.equal(formerSignInPlace({ url }), undefined);
  });
});

describe('signInPlaceOf', () => {
  for (const [id, place] of [
    ['jira:https://a.example', 'https://a.example'],
    ['jira:https://a.example:8443/base', 'https://a.example:8443'],
    ['rest:http://127.0.0.1:3000#shop', 'http://127.0.0.1:3000'],
    ['jira:https://a.example as Ana?project = A#shop', 'https://a.example#ana'],
    ['jira:https://a.example?text ~ "x as y"', 'https://a.example'],
    ['file:/home/ana', undefined],
    ['https://a.example', undefined],
    ['my jira:https://a.example', undefined],
    ['', undefined],
  ] as const) {
    it(`is ${place ?? 'none'} of ${id}`, () => assert.equal(signInPlaceOf(id), place));
  }
});
