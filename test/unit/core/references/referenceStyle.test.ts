import assert from 'node:assert/strict';
import { siteOf, trimSlashes } from '../../../../src/core/references/referenceStyle';

describe('siteOf', () => {
  for (const [url, host, base] of [
    ['https://github.com', 'github.com', ''],
    ['https://Redmine.example:8443/Tracker/', 'redmine.example', 'tracker'],
    ['https://ana:secret@gitlab.example/git/lab', 'gitlab.example', 'git/lab'],
    ['https://dev.azure.com/Acme', 'dev.azure.com', 'acme'],
    ['https://Acme.visualstudio.com', 'dev.azure.com', 'acme'],
    ['https://acme.visualstudio.com/DefaultCollection', 'dev.azure.com', 'acme'],
    ['https://visualstudio.com/acme', 'visualstudio.com', 'acme'],
    ['no address', '', ''],
  ] as const) {
    it(`is ${host}/${base} for ${url}`, () => assert.deepEqual(siteOf({ url }), { host, base }));
  }
});

describe('trimSlashes', () => {
  it('takes slashes away at both ends alone', () =>
    assert.deepEqual(['//a/b///', 'a/b', '///', ''].map(trimSlashes), ['a/b', 'a/b', '', '']));
});
