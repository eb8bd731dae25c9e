import assert from 'node:assert/strict';
import { parse, validate } from 'graphql';
import {
  newerNames,
  epicsQuery,
  placeQuery,
  workItemsQuery,
} from '../../../../../src/trackers/kinds/gitlab/gitlabQueries';
import { gitlabSchema } from './gitlabServer';

describe('The queries to GitLab', () => {
  const all = (['group', 'project'] as const).flatMap((kind) =>
    [[], newerNames, ['updatedAfter', 'sort'], ['WorkItemWidgetWeight', 'upvotes', 'description']].map(
      (lacks) => workItemsQuery(kind, new Set(lacks)),
    ),
  );
  it('are valid by the part of the schema that we keep', () => {
    for (const query of [placeQuery, epicsQuery, ...all]) {
      assert.deepEqual(validate(gitlabSchema(), parse(query)), []);
    }
  });
});
