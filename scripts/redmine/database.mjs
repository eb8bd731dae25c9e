// @ts-check
import { copyFile } from 'node:fs/promises';
import { asRedmineUser, giveToRedmineUser, redmineEnvironment } from './redmineUser.mjs';
import { run } from './run.mjs';

/**
 * Copies a database that nobody has open.
 * @param {string} from
 * @param {string} to
 */
export async function copyDatabase(from, to) {
  await copyFile(from, to);
  await giveToRedmineUser(to);
}

/**
 * Restores a database that a running Redmine has open from another one. Copying the file would not do: the server's
 * connections could keep pages of the old one.
 * @param {string} from
 * @param {string} to
 */
export async function restoreDatabase(from, to) {
  const script = `
    source, target = ARGV.map { |file| SQLite3::Database.new(file) }
    target.busy_timeout = 10_000
    backup = SQLite3::Backup.new(target, 'main', source, 'main')
    status = backup.step(-1)
    backup.finish
    abort "SQLite answered with status #{status}" unless status == 101`;
  await run(asRedmineUser('ruby', '-rsqlite3', '-e', script, from, to), { env: redmineEnvironment(to) });
}
