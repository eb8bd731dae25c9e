// @ts-check
// Cuts GitHub's OpenAPI description down to the operations that the adapter uses. The description is 13 MB in a package
// of 385 MB (MIT): npm pack @octokit/openapi, extract package/generated/api.github.com.json, then
// node scripts/githubOpenApi.mjs path/to/api.github.com.json
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { format, resolveConfig } from 'prettier';

const paths = [
  '/repos/{owner}/{repo}/issues',
  '/repos/{owner}/{repo}/issues/{issue_number}',
  '/repos/{owner}/{repo}/milestones',
  '/repos/{owner}/{repo}/milestones/{milestone_number}',
  '/user',
  '/user/repos',
  '/rate_limit',
];
/** Useless for checking answers, and most of the size. */
const left = new Set([
  'description',
  'example',
  'examples',
  'externalDocs',
  'summary',
  'x-github',
  'title',
  'tags',
]);

const [source] = process.argv.slice(2);
if (!source) throw new Error('Say where api.github.com.json is.');
/** @type {{ openapi: string, info: { version: string }, paths: Record<string, any>, components: Record<string, any> }} */
const whole = JSON.parse(await readFile(source, 'utf8'));

/** @type {Record<string, Record<string, unknown>>} */
const components = {};
/** @type {Record<string, unknown>} */
const kept = {};
for (const path of paths) {
  const { operationId, parameters, responses } = whole.paths[path].get;
  kept[path] = { get: cut({ operationId, parameters, responses: { 200: responses['200'] } }, false) };
}

const target = new URL('../test/unit/trackers/kinds/github/github-openapi.json', import.meta.url);
const result = {
  openapi: whole.openapi,
  info: {
    title: 'The operations of the GitHub REST API that the tests use',
    version: whole.info.version,
    description: `Cut from generated/api.github.com.json of @octokit/openapi ${whole.info.version} by scripts/githubOpenApi.mjs.`,
    license: {
      name: 'MIT',
      url: 'https://github.com/octokit/openapi/blob/main/LICENSE',
      'x-copyright': 'Copyright (c) 2020 Octokit contributors',
    },
  },
  paths: kept,
  components,
};
const options = { ...(await resolveConfig(target)), parser: 'json' };
await writeFile(target, await format(JSON.stringify(result), options));

/**
 * Copies a value without prose and follows its references. Property names are never prose.
 *
 * @param {any} value
 * @param {boolean} areNames
 * @returns {unknown}
 */
function cut(value, areNames) {
  if (Array.isArray(value)) return value.map((each) => cut(each, false));
  if (typeof value !== 'object' || value === null) return value;
  if (typeof value.$ref === 'string') follow(value.$ref);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => areNames || !left.has(name))
      .map(([name, each]) => [name, cut(each, name === 'properties' && !areNames)]),
  );
}

/** @param {string} reference */
function follow(reference) {
  const [, , kind = '', name = ''] = reference.split('/');
  const known = (components[kind] ??= {});
  if (name in known) return;
  known[name] = {};
  known[name] = cut(whole.components[kind][name], false);
}
