// @ts-check
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { callRedmine } from './redmineApi.mjs';
import { run } from './run.mjs';

/**
 * @typedef {object} RedmineServer Where a Redmine is, and where it keeps its files.
 * @property {string} url
 * @property {string} key Of the administrator.
 * @property {string} folder
 */

/**
 * Gives a project a copy of a git repository, and has Redmine read the commits in it.
 * @param {RedmineServer} server
 * @param {string} project Its identifier.
 * @param {string} source The repository's `.git` folder.
 */
export async function addRepository({ url, key, folder }, project, source) {
  const copy = join(folder, `${project}.git`);
  // git only reads what belongs to the user it runs as.
  await cp(source, copy, { recursive: true });
  await run(['chown', '-R', '--reference', folder, copy]);
  const create = `/sys/projects/${project}/repository?key=${key}&vendor=Git`;
  await callRedmine(url, key, 'POST', create, {
    repository: { url: copy, identifier: project, is_default: true },
  });
  await callRedmine(url, key, 'GET', `/sys/fetch_changesets?key=${key}&id=${project}`);
}
