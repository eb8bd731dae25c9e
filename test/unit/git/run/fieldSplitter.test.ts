import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FieldSplitter } from '../../../../src/git/run/fieldSplitter';

describe('FieldSplitter', () => {
  it('gives the same fields however the bytes are cut', () => {
    const bytes = fc.uint8Array({ max: 3, maxLength: 60 });
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(10)), (all, cuts) => {
        const splitter = new FieldSplitter();
        const decoded = new FieldSplitter();
        const found: string[] = [];
        const texts: string[] = [];
        let at = 0;
        for (const length of [...cuts, Infinity]) {
          const chunk = Buffer.from(all.slice(at, at + length));
          for (const field of splitter.push(chunk)) found.push(field.toString('hex'));
          texts.push(...decoded.texts(chunk));
          at += length;
        }
        const fields = Buffer.from(all).toString('latin1').split('\0').slice(0, -1);
        assert.deepEqual(
          found,
          fields.map((field) => Buffer.from(field, 'latin1').toString('hex')),
        );
        assert.deepEqual(texts, fields);
      }),
    );
  });

  it('reads a character that two chunks share', () => {
    const [start, end] = [Buffer.from('Grö\0Gr'), Buffer.from('ö\0')];
    const splitter = new FieldSplitter();
    assert.deepEqual(splitter.texts(Buffer.concat([start, end.subarray(0, 1)])), ['Grö']);
    assert.deepEqual(splitter.texts(end.subarray(1)), ['Grö']);
  });

  it('keeps the start and the end of a long field', () => {
    const splitter = new FieldSplitter();
    const chunk = Buffer.alloc(64 * 1024, 'x');
    splitter.push(Buffer.from('short\0start'));
    for (let at = 0; at < 200; at += 1) assert.deepEqual(splitter.push(chunk), []);
    const [field, next] = splitter.push(Buffer.from('end\0next\0'));
    const text = field!.toString();
    assert.match(text, /^startx+\n\[…\]\nx+(?:\n\[…\]\nx+)*end$/);
    assert.ok(field!.length <= 256 * 1024 + 16);
    assert.equal(next!.toString(), 'next');
  });
});
