import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildASTSchema, Kind, parse, visit, type DocumentNode, type GraphQLSchema } from 'graphql';

const file = createRequire(import.meta.url)
  .resolve('github-schema/package.json')
  .replace(/package\.json$/, 'github-schema.graphql');
let document: DocumentNode | undefined;
let current: GraphQLSchema | undefined;
let old: GraphQLSchema | undefined;

/** What GitHub Enterprise Server did not have for long. */
const newFields = new Set([
  'issueType',
  'parent',
  'subIssuesSummary',
  'blockedBy',
  'blocking',
  'issueFieldValues',
  'issueFields',
]);

/** GitHub's public GraphQL schema. */
export function githubSchema(): GraphQLSchema {
  return (current ??= buildASTSchema(sdl(), { assumeValidSDL: true }));
}

/** The same without what older servers lack. */
export function oldGithubSchema(): GraphQLSchema {
  const without = visit(sdl(), {
    FieldDefinition: (field, _key, _parent, _path, ancestors) => {
      const type = ancestors.at(-1);
      const isIssues =
        type !== undefined &&
        'kind' in type &&
        type.kind === Kind.OBJECT_TYPE_DEFINITION &&
        ['Issue', 'Organization'].includes(type.name.value);
      return isIssues && newFields.has(field.name.value) ? null : undefined;
    },
  });
  return (old ??= buildASTSchema(without, { assumeValidSDL: true }));
}

function sdl(): DocumentNode {
  return (document ??= parse(readFileSync(file, 'utf8'), { noLocation: true }));
}
