import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { goalsJsonSchema } from '../../../../src/teamFiles/goalsFile/jsonSchema';
import { keysOf, problemsOf } from './goalsFileText';

const root = new URL('../../../../', `file://${__filename}`);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

describe('the JSON schema of a goals file', () => {
  const written = JSON.parse(read('schemas/goals.schema.json')) as unknown;
  const schema = z.fromJSONSchema(written as Parameters<typeof z.fromJSONSchema>[0]);

  it('is current: run "node scripts/schema.mjs" after a change of the types', () => {
    assert.deepEqual(written, JSON.parse(JSON.stringify(goalsJsonSchema())));
  });

  for (const [name, text] of [
    ['the example of the documentation', /```yaml\n(.*?)```/s.exec(read('docs/goals-file.md'))?.[1] ?? ''],
  ] as const) {
    it(`takes ${name}, and so does the parser`, () => {
      assert.ok(keysOf(text).length > 1);
      assert.deepEqual(problemsOf(text), []);
      schema.parse(parse(text));
    });
  }

  it('tells an editor about a goal without a title, and about a wrong word', () => {
    assert.equal(schema.safeParse({ goals: [{ key: 'A', level: 'item' }] }).success, false);
    assert.equal(schema.safeParse({ goals: [{ key: 'A', title: 'T', level: 'task' }] }).success, false);
  });
});
