import assert from 'node:assert/strict';
import { isEnumType, isObjectType, isUnionType, parse, validate } from 'graphql';
import {
  goalsByKeyQuery,
  goalsQuery,
  siteQuery,
} from '../../../../../src/trackers/kinds/atlassianGoals/goalsQueries';
import { argumentsOf, fieldType, membersOf, valuesOf } from './forgeTypes';
import { goalsSchema } from './goalsSite';

/** What the package does not have: by Atlassian's guide, and by what other clients ask. */
const beside = /^(Query\.goals_\w+|TownsquareGoal\.workItems|WorkItem.*)$/;

describe('What is asked of Atlassian’s gateway', () => {
  for (const [name, text] of [
    ['the site', siteQuery],
    ['goals', goalsQuery('all')],
    ['goals without what is experimental', goalsQuery('stable')],
    ['goals by key', goalsByKeyQuery('all', 3)],
  ] as const) {
    it(`is in the schema: ${name}`, () => {
      assert.deepEqual(validate(goalsSchema, parse(text)), []);
    });
  }

  it('is in Atlassian’s own types as in the schema of these tests', () => {
    const types = Object.values(goalsSchema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    let compared = 0;
    for (const type of types) {
      if (beside.test(type.name)) continue;
      if (isEnumType(type)) {
        const values = type.getValues().map(({ name }) => name);
        assert.deepEqual(
          values.filter((value) => !valuesOf(type.name).includes(value)),
          [],
          type.name,
        );
      }
      if (isUnionType(type)) {
        assert.deepEqual(
          type
            .getTypes()
            .map(({ name }) => name)
            .toSorted(),
          membersOf(type.name).toSorted(),
        );
      }
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        const place = [type.name, field.name].join('.');
        if (beside.test(place)) continue;
        // The documentation gives the interface `User` here; the schema has the one kind that can sign in.
        const told = fieldType(type.name, field.name);
        assert.equal(
          place === 'AuthenticationContext.user' ? 'AtlassianAccountUser' : told,
          String(field.type),
          place,
        );
        const known = argumentsOf(type.name, field.name);
        assert.deepEqual(
          field.args.filter(({ name }) => !known.includes(name)).map(({ name }) => name),
          [],
          place,
        );
        compared += 1;
      }
    }
    assert.ok(compared > 40, `${compared}`);
  });
});
