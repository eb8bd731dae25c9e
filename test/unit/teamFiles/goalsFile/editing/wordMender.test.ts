import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { GoalsSchema, type SchemaNode } from '../../../../../src/teamFiles/goalsFile/editing/goalsSchema';
import { WordMender, type WordMending } from '../../../../../src/teamFiles/goalsFile/editing/wordMender';
import { Guesses } from '../../../../../src/teamFiles/record/guesses';

const schema = new GoalsSchema(JSON.parse(readFileSync('schemas/goals.schema.json', 'utf8')) as SchemaNode);
const keys = ['SHOP-7', 'SHOP-142'];

/** What can be done about the word between the ‹› of a goals file. */
function mended(text: string): WordMending {
  const [before = '', word = ''] = text.split(/[‹›]/);
  const lines = text.replace(/[‹›]/g, '').split('\n');
  const line = before.split('\n').length - 1;
  const column = (before.split('\n').at(-1) ?? '').length + word.length;
  return new WordMender({ keys, schema, lines }).mend({ word, line, column });
}

describe('WordMender', () => {
  it('knows the fields and words of a goals file', () => {
    assert.deepEqual(mended('goals:\n  - key: A-1\n    ‹statsu›: x'), { meant: 'status' });
    assert.deepEqual(mended('goals:\n  - key: A-1\n    level: ‹itme›'), { meant: 'item' });
    assert.deepEqual(mended('goals:\n  - key: A-1\n    title: ‹itme›'), {});
  });

  it('knows the keys of goals, and what could become one', () => {
    const parent = 'goals:\n  - key: A-1\n    parent: ';
    assert.deepEqual(mended(`${parent}‹SHPO-7›`), { meant: 'SHOP-7', missing: 'SHPO-7' });
    assert.deepEqual(mended(`${parent}‹PAYMENT-9›`), { missing: 'PAYMENT-9' });
    assert.deepEqual(mended(`${parent}‹SHOP-7›`), {}, 'it has been added since');
    assert.deepEqual(mended(`${parent}‹›`), {});
  });

  it('takes any key of a path map for one', () => {
    const mender = new WordMender({ keys, schema, lines: undefined });
    assert.deepEqual(mender.mend({ word: 'SHPO-7', line: 0, column: 9 }), {
      meant: 'SHOP-7',
      missing: 'SHPO-7',
    });
    assert.deepEqual(mender.mend({ word: 'src/**', line: 0, column: 6 }), {});
    assert.deepEqual(mender.mend({ word: 'A-1\nB-2', line: 1, column: 3 }), {});
  });

  it('guesses no longer about many words than about one', () => {
    const guesses = new Guesses();
    const many = Array.from({ length: 40_000 }, (_, at) => `SHOP-${at}`);
    const mender = new WordMender({ keys: many, schema, lines: undefined }, guesses);
    for (let at = 1; at < 500; at += 1) mender.mend({ word: `SHPO-${at}`, line: at, column: 0 });
    assert.ok(guesses.work < 4_010_000, `${guesses.work} letters`);
  });
});
