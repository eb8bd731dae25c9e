import assert from 'node:assert/strict';
import { commitMark, PatchParser } from '../../../../src/git/landing/patchParser';

const patch = (line: string): string =>
  [
    `${commitMark}${'a'.repeat(40)}`,
    '',
    'diff --git a/app.js b/app.js',
    'index 1111111..2222222 100644',
    '--- a/app.js',
    '+++ b/app.js',
    '@@ -3 +3,2 @@',
    '-old',
    `+${line}`,
    '+second',
    'diff --git a/b.js b/b.js',
    '--- a/b.js',
    '+++ b/b.js',
    '@@ -1,0 +2 @@',
    '+x',
    '',
  ].join('\n');

const expected = [
  {
    sha: 'a'.repeat(40),
    changes: [
      { path: 'app.js', kind: 'changed', movedFrom: undefined, hunks: [{ from: 3, removed: 1, added: 2 }] },
      { path: 'b.js', kind: 'changed', movedFrom: undefined, hunks: [{ from: 1, removed: 0, added: 1 }] },
    ],
  },
];

describe('PatchParser', () => {
  it('reads alike however git’s output is cut', () => {
    const bytes = Buffer.from(patch('new'));
    for (const size of [1, 2, 7, 64, bytes.length]) {
      const parser = new PatchParser();
      const found = [];
      for (let at = 0; at < bytes.length; at += size)
        found.push(...parser.push(bytes.subarray(at, at + size)));
      assert.deepEqual([...found, ...parser.finish()], expected, `chunks of ${size}`);
    }
  });

  it('copies a line as long as a file no more often than it is read', () => {
    const size = 64 * 1024;
    const bytes = Buffer.from(patch('m'.repeat(200 * size)));
    let copied = 0;
    const original = Buffer.concat.bind(Buffer);
    Buffer.concat = (list, length) => {
      const made = original(list, length);
      copied += made.length;
      return made;
    };
    try {
      const parser = new PatchParser();
      const found = [];
      for (let at = 0; at < bytes.length; at += size)
        found.push(...parser.push(bytes.subarray(at, at + size)));
      assert.deepEqual([...found, ...parser.finish()], expected);
    } finally {
      Buffer.concat = original;
    }
    assert.ok(copied < 2 * bytes.length, `${copied} bytes copied for ${bytes.length}`);
  });
});
