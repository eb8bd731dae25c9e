import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  buildASTSchema,
  extendSchema,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

const file = createRequire(import.meta.url)
  .resolve('github-schema/package.json')
  .replace(/package\.json$/, 'github-schema.graphql');
let document: DocumentNode | undefined;
let current: GraphQLSchema | undefined;
let published: GraphQLSchema | undefined;
let old: GraphQLSchema | undefined;
let between: GraphQLSchema | undefined;
let oldest: GraphQLSchema | undefined;

type Fields = Readonly<Record<string, readonly string[]>>;

/**
 * What older servers lack, by type: everything since sub-issues, which is more than what GitHub Enterprise Server 3.16
 * lacks (https://docs.github.com/en/enterprise-server@3.16/graphql).
 */
const newFields: Fields = {
  Issue: [
    ...['issueType', 'parent', 'subIssuesSummary', 'blockedBy', 'blocking', 'issueFieldValues'],
    ...['linkedBranches', 'closedByPullRequestsReferences'],
  ],
  Organization: ['issueFields'],
  Milestone: ['openIssueCount', 'closedIssueCount'],
};

/** What is newer than the package with GitHub's schema, as Enterprise Server 3.22 describes it. */
const newer = `
  type IssueFieldMultiSelect implements IssueFieldCommon & Node {
    createdAt: DateTime!
    dataType: IssueFieldDataType!
    description: String
    id: ID!
    name: String!
    options: [IssueFieldSingleSelectOption!]!
    visibility: IssueFieldVisibility!
  }
  type IssueFieldMultiSelectValue implements IssueFieldValueCommon & Node {
    id: ID!
    field: IssueFields
    options: [IssueFieldSingleSelectOption!]!
    value: String
  }
  extend union IssueFieldValue = IssueFieldMultiSelectValue
  extend union IssueFields = IssueFieldMultiSelect
  extend enum IssueFieldDataType { MULTI_SELECT }
`;

/** GitHub's public GraphQL schema. */
export function githubSchema(): GraphQLSchema {
  return (current ??= extendSchema(publicGithubSchema(), parse(newer)));
}

/** The same as its package has it: a little older than github.com. */
export function publicGithubSchema(): GraphQLSchema {
  return (published ??= buildASTSchema(sdl(), { assumeValidSDL: true }));
}

/** The same without what older servers lack. */
export function oldGithubSchema(): GraphQLSchema {
  return (old ??= schemaWithout(newFields));
}

/** What servers between the oldest and the newest know: sub-issues and dependencies, but no fields of issues. */
export function githubSchemaBetween(): GraphQLSchema {
  return (between ??= schemaWithout({
    Issue: ['issueType', 'issueFieldValues'],
    Organization: ['issueFields'],
  }));
}

/** The same without what Enterprise Server 3.16 lacks, the oldest that we name: it has sub-issues. */
export function oldestNamedGithubSchema(): GraphQLSchema {
  return (oldest ??= schemaWithout({
    Issue: ['issueType', 'blockedBy', 'blocking', 'issueFieldValues'],
    Organization: ['issueFields'],
    Milestone: ['openIssueCount', 'closedIssueCount'],
  }));
}

function schemaWithout(fields: Fields): GraphQLSchema {
  const without = visit(sdl(), {
    FieldDefinition: (field, _key, _parent, _path, ancestors) => {
      const type = ancestors.at(-1);
      const isNew =
        type !== undefined &&
        'kind' in type &&
        type.kind === Kind.OBJECT_TYPE_DEFINITION &&
        fields[type.name.value]?.includes(field.name.value) === true;
      return isNew ? null : undefined;
    },
  });
  return buildASTSchema(without, { assumeValidSDL: true });
}

function sdl(): DocumentNode {
  return (document ??= parse(readFileSync(file, 'utf8'), { noLocation: true }));
}
