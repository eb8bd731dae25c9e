import assert from 'node:assert/strict';
import { parse, validate } from 'graphql';
import {
  askingWays,
  epicsQuery,
  placeQuery,
  workItemsQuery,
} from '../../../../../src/trackers/kinds/gitlab/gitlabQueries';
import { gitlabSchema } from './gitlabServer';

describe('The queries to GitLab', () => {
  const all = (['group', 'project'] as const).flatMap((kind) =>
    askingWays.map(({ isPlain }) => workItemsQuery(kind, isPlain)),
  );
  it('are valid by the part of the schema that we keep', () => {
    for (const query of [placeQuery, epicsQuery, ...all]) {
      assert.deepEqual(validate(gitlabSchema(), parse(query)), []);
    }
  });
});
