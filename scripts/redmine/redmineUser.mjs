// @ts-check
import { chown, mkdir, stat } from 'node:fs/promises';
import { redmineRoot } from './places.mjs';

const user = 'www-data';

/**
 * The command line that runs a command as the user the package made the owner of Redmine's files.
 * @param {string[]} commandLine
 */
export function asRedmineUser(...commandLine) {
  return ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups', '--', ...commandLine];
}

/**
 * The environment of a Redmine on a database file, which replaces the one the package configured.
 * @param {string} database
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function redmineEnvironment(database, more = {}) {
  return {
    // Not the caller's environment: another Ruby on its PATH, or its settings, would run instead of the package's.
    PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: '/tmp',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    RAILS_ENV: 'production',
    // Makes a request wait for another that writes, instead of failing at once.
    DATABASE_URL: `sqlite3:${database}?timeout=10000`,
    ...more,
  };
}

/**
 * Creates a folder that Redmine's user can write to, because SQLite needs that beside its file.
 * @param {string} folder
 */
export async function makeRedmineFolder(folder) {
  await mkdir(folder, { recursive: true });
  await giveToRedmineUser(folder);
}

/**
 * Gives a file or folder to Redmine's user.
 * @param {string} path
 */
export async function giveToRedmineUser(path) {
  const { uid, gid } = await stat(`${redmineRoot}/instances/default/files`);
  await chown(path, uid, gid);
}
