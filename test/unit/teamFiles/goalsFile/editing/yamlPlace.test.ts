import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { GoalsSchema, type SchemaNode } from '../../../../../src/teamFiles/goalsFile/editing/goalsSchema';
import { cpuMs } from '../../../../support/growth';
import { yamlPlace } from '../../../../../src/teamFiles/goalsFile/editing/yamlPlace';

/** The place of the ‸ in a text. */
function place(text: string) {
  const lines = text.replace('‸', '').split('\n');
  const line = text.split('\n').findIndex((each) => each.includes('‸'));
  const found = yamlPlace(lines, line, text.split('\n')[line]!.indexOf('‸'));
  return (
    found && `${found.path.join('.')} ${found.kind} ‹${found.typed}› ${found.siblings.toSorted().join(',')}`
  );
}

describe('yamlPlace', () => {
  it('knows names and values of a goal, and what it has already', () => {
    assert.equal(place('goals:\n  - key: A-1\n    ti‸'), 'goals name ‹ti› key');
    assert.equal(place('goals:\n  - ke‸\n    title: x\n'), 'goals name ‹ke› title');
    assert.equal(
      place('goals:\n  - key: A-1\n    level: ep‸ic\n    title: x\n  - key: B-2'),
      'goals.level value ‹ep› key,title',
    );
    assert.equal(place('goals:\n- key: A-1\n  status: ‸'), 'goals.status value ‹› key');
    assert.equal(place('go‸'), ' name ‹go› ');
  });

  it('knows what is nested, in lines and in brackets', () => {
    const goal = 'goals:\n  - key: A-1\n    impact:\n      customers: 3\n';
    assert.equal(place(`${goal}      ‸`), 'goals.impact name ‹› customers');
    assert.equal(place(`${goal}      quotes:\n        - te‸`), 'goals.impact.quotes name ‹te› ');
    assert.equal(place(`${goal}    ‸`), 'goals name ‹› impact,key');
    assert.equal(place('goals:\n  - key: A-1\n    blockedBy: [B-1, B‸'), 'goals.blockedBy value ‹B› ');
    assert.equal(place('goals:\n  - key: A-1\n    blocks:\n      - B‸'), 'goals.blocks value ‹B› ');
    assert.equal(place('goals:\n  - status: { name: In review, ca‸'), 'goals.status name ‹ca› name');
    assert.equal(
      place('goals:\n  - status: { name: x, category: ac‸'),
      'goals.status.category value ‹ac› category,name',
    );
  });

  it('says nothing in a comment', () => {
    assert.equal(place('goals:\n  - key: A-1 # ti‸'), undefined);
    assert.equal(place("goals:\n  - title: 'no # comment' ‸")?.startsWith('goals.title value'), true);
  });

  it('takes a quote that nobody closed for text, whatever it escapes', () => {
    for (const open of ['"', '"a" "', '["', '{ a: "']) {
      const text = `title: ${open}${'\\a'.repeat(26)}`;
      const took = cpuMs(() => assert.ok(yamlPlace([text], 0, text.length)));
      assert.ok(took < 100, `${open} took ${took} ms`);
    }
    assert.equal(place(String.raw`goals: ["a \" # b", ‸`), 'goals value ‹› ');
  });

  it('says nothing so far to the right that brackets would take long', () => {
    const text = `goals: ${'['.repeat(993)}`;
    assert.equal(yamlPlace([text], 0, 1000)?.kind, 'value');
    assert.equal(yamlPlace([`${text}[`], 0, 1001), undefined);
  });

  it('answers wherever one stands, in whatever text', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('goals:', '  - key: A-1', '    impact:', '{', '- - -', '\t'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.nat(8), fc.nat(30), (lines, at, column) => {
        const found = yamlPlace(lines, at, column);
        assert.ok(found === undefined || Array.isArray(found.path));
      }),
    );
  });
});

describe('the schema of goals files', () => {
  const schema = new GoalsSchema(JSON.parse(readFileSync('schemas/goals.schema.json', 'utf8')) as SchemaNode);
  const names = (...path: string[]) => schema.names(path).map(({ name }) => name);

  it('names the fields of every map', () => {
    assert.deepEqual(names(), ['schema', 'numbers', 'goals']);
    assert.deepEqual(names('goals').slice(0, 4), ['key', 'title', 'level', 'parent']);
    assert.deepEqual(names('goals', 'impact', 'quotes'), ['text', 'source', 'url']);
    assert.deepEqual(names('goals', 'status'), ['name', 'category']);
    assert.deepEqual(names('goals', 'title'), []);
    assert.equal(schema.names(['goals']).find(({ name }) => name === 'impact')?.isNested, true);
    assert.equal(schema.names(['goals']).find(({ name }) => name === 'status')?.isNested, false);
  });

  it('knows the words of a field, and what it is for', () => {
    assert.deepEqual(schema.values(['goals', 'level']), ['objective', 'initiative', 'epic', 'item']);
    assert.deepEqual(schema.values(['goals', 'key']), ['SHOP-142']);
    assert.equal(schema.isClosed(['goals', 'level']), true);
    assert.equal(schema.isClosed(['goals', 'target']), false);
    assert.match(schema.description(['goals', 'level']) ?? '', /objective > initiative/);
    assert.equal(schema.description(['goals', 'constructor']), undefined);
  });
});
