import assert from 'node:assert/strict';
import { buildASTSchema, parse, validate, type GraphQLSchema } from 'graphql';
import { TrackerError } from '../../src/core/tracker/trackerError';
import { hasNoItemsOfGroups, missingIn } from '../../src/trackers/kinds/gitlab/gitlabFaults';
import {
  canDoWithout,
  epicsQuery,
  placeQuery,
  workItemsQuery,
} from '../../src/trackers/kinds/gitlab/gitlabQueries';
import { pinnedFile } from './pinnedFile';

/** What came after 16. */
const sinceSeventeen = [
  ...['WorkItemWidgetCustomFields', 'WorkItemWidgetDevelopment', 'WorkItemWidgetLinkedItems'],
  ...['duplicatedToWorkItemUrl', 'movedToWorkItemUrl', 'promotedToEpicUrl', 'startValue', 'status'],
];

/** GitLab's schema as other projects keep it: two from before the oldest that we name, and two that are newer. */
const places = [
  {
    name: '16.2',
    repository: 'git-filesystem/git-filesystem.js',
    commit: '6227439bf53baf6120e11b97e5f754d125154de7',
    path: 'packages/gitlab/src/lib/gql/sdk/gitlab_schema.graphql',
    hasWorkOfGroups: false,
    unknown: [...sinceSeventeen, 'updatedAfter'],
  },
  {
    name: '16.3',
    repository: 'ganievs/gitlabv4',
    commit: '7bde1ca96fedbfd23f1b73005e5ab3599c61a6bf',
    path: 'gitlab_schema.graphql',
    hasWorkOfGroups: false,
    unknown: [...sinceSeventeen, 'updatedAfter'],
  },
  {
    name: '18.0',
    repository: 'JetBrains/intellij-community',
    commit: '69adc6318a3a9c103ca93c74eda4d24b76d117f8',
    path: 'plugins/gitlab/gitlab-core/gen-resources/schema.graphql',
    hasWorkOfGroups: true,
    unknown: ['category'],
  },
  {
    name: '18.8',
    repository: 'ls1intum/Hephaestus',
    commit: '298f4c497f84b227aee3b7745ab8c08283dbabfe',
    path: 'server/application-server/src/main/resources/graphql/gitlab/schema.gitlab.graphql',
    hasWorkOfGroups: true,
    unknown: [],
  },
] as const;

/** An error of graphql-js in the words of GitLab's own library. */
function inGitlabsWords(message: string): string {
  const forms: readonly (readonly [RegExp, string])[] = [
    [/^Cannot query field "(\w+)" on type "(\w+)".*/, "Field '$1' doesn't exist on type '$2'"],
    [/^Unknown argument "(\w+)" on field "\w+\.(\w+)".*/, "Field '$2' doesn't accept argument '$1'"],
    [/^Unknown type "(\w+)".*/, "No such type $1, so it can't be a fragment condition"],
    [
      /^Field "(\w+)" must not have a selection since type "(\w+)".*/,
      `Selections can't be made on scalars (field '$1' returns $2 but has selections ["name"])`,
    ],
  ];
  const [form, words] = forms.find(([each]) => each.test(message)) ?? assert.fail(message);
  return message.replace(form, words);
}

/** What is left out of a query, step by step, until a server of this schema knows all of it. */
function leftOut(schema: GraphQLSchema, query: (lacks: ReadonlySet<string>) => string): string[] {
  const lacks = new Set<string>();
  for (;;) {
    const [error] = validate(schema, parse(query(lacks)));
    if (!error) return [...lacks].toSorted();
    const detail = inGitlabsWords(error.message);
    const [name = ''] = missingIn(new TrackerError('rejected', { detail }), lacks);
    assert.ok(canDoWithout(name) && !lacks.has(name), detail);
    lacks.add(name);
  }
}

for (const { name, hasWorkOfGroups, unknown, path, ...place } of places) {
  describe(`The schema of GitLab ${name}`, function () {
    this.timeout(30_000);
    let schema: GraphQLSchema;
    before(async () => {
      const text = await pinnedFile(place, path);
      schema = buildASTSchema(parse(text, { noLocation: true }), { assumeValidSDL: true });
    });

    it('knows what is asked of a project, or we ask for less', () => {
      assert.deepEqual(validate(schema, parse(placeQuery)), []);
      assert.deepEqual(
        leftOut(schema, (lacks) => workItemsQuery('project', lacks)),
        unknown,
      );
    });

    if (hasWorkOfGroups) {
      it('knows the work items of groups', () => {
        assert.deepEqual(validate(schema, parse(epicsQuery)), []);
        assert.deepEqual(
          leftOut(schema, (lacks) => workItemsQuery('group', lacks)),
          unknown,
        );
      });
    } else {
      it('has no work items of groups, and says so in words that we know', () => {
        for (const query of [epicsQuery, workItemsQuery('group', new Set())]) {
          const [error] = validate(schema, parse(query));
          const detail = inGitlabsWords(error?.message ?? '');
          assert.ok(hasNoItemsOfGroups(new TrackerError('rejected', { detail })), detail);
        }
      });
    }
  });
}
