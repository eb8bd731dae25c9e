// @ts-check
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from '../vscode/lock.mjs';
import { addedPackagesFile, stateDir } from './places.mjs';
import { run } from './run.mjs';

const packages = ['redmine', 'redmine-sqlite', 'puma'];

/** The package's own database, which none of our Redmines uses and which survives a purge of the package. */
const packageDatabase = '/var/lib/dbconfig-common/sqlite3/redmine';

const aptEnvironment = {
  ...process.env,
  DEBIAN_FRONTEND: 'noninteractive',
  // Otherwise the package's script lets a newer bundler look for gems that the system does not have.
  BUNDLER_VERSION: '2.3.15',
};
const aptGet = ['apt-get', '-qq', '-y', '-o', 'DPkg::Lock::Timeout=120'];

/** Why Redmine cannot run on this system, in a sentence for a person; undefined if it can. */
export function whyRedmineCannotRun() {
  if (process.platform !== 'linux' || !isExecutable('/usr/bin/apt-get'))
    return 'Redmine is installed with apt-get, which this system does not have: use Debian 12 or Ubuntu.';
  if (process.getuid?.() !== 0)
    return 'Redmine is installed for the whole system, which needs root: run this as root, best in a container.';
  return undefined;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The version of the installed Redmine; undefined if it is not, or only partly, installed. */
export async function installedVersion() {
  const format = '${Package} ${db:Status-Status} ${Version}\n';
  // Fails if a package is unknown.
  const output = await run(['dpkg-query', '-W', '-f', format, ...packages]).catch(() => '');
  const installed = output.split('\n').filter((line) => line.split(' ')[1] === 'installed');
  if (installed.length !== packages.length) return undefined;
  return installed.find((line) => line.startsWith('redmine '))?.split(' ')[2];
}

/**
 * Installs Redmine from the system's packages if needed.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<string>} The installed version.
 */
export async function installRedmine({ log = (line) => console.log(line) } = {}) {
  const obstacle = whyRedmineCannotRun();
  if (obstacle) throw new Error(obstacle);
  await mkdir(stateDir, { recursive: true });
  const present = await installedVersion();
  if (present) return present;
  await withLock(join(stateDir, 'install.lock'), log, async () => {
    if (!(await installedVersion())) await install(log);
  });
  const version = await installedVersion();
  if (!version) throw new Error('apt-get ended well, yet Redmine is not installed: see `dpkg --audit`.');
  return version;
}

/** @param {(line: string) => void} log */
async function install(log) {
  log('Redmine: installing its packages (half a minute, 150 MB)…');
  const before = await allPackages();
  try {
    await run([...aptGet, 'update'], { env: aptEnvironment });
    await run([...aptGet, 'install', '--no-install-recommends', ...packages], { env: aptEnvironment });
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw new Error(
      `Redmine could not be installed.\n${message}\n` +
        'Next: check that `apt-get update` reaches your package mirror, then run the same command again.',
      { cause: error },
    );
  } finally {
    // A failed installation leaves packages too, and the next one adds the rest.
    const added = new Set([...(await addedPackages()), ...(await allPackages()).filter(isNotIn(before))]);
    await writeFile(addedPackagesFile, JSON.stringify([...added]));
  }
}

/**
 * Removes everything that was seeded, and the packages that `installRedmine` added and nothing else needs.
 * @param {{ log?: (line: string) => void }} [options]
 */
export async function purgeRedmine({ log = (line) => console.log(line) } = {}) {
  const added = await addedPackages();
  if (added.includes('redmine')) {
    log('Redmine: removing the packages that were added for it…');
    await run([...aptGet, 'purge', ...packages.filter((name) => added.includes(name))], {
      env: aptEnvironment,
    });
    const unneeded = (await needlessPackages()).filter((name) => added.includes(name));
    if (unneeded.length > 0) await run([...aptGet, 'purge', ...unneeded], { env: aptEnvironment });
    await rm(packageDatabase, { recursive: true, force: true });
  } else if (await installedVersion())
    log('Redmine: its packages were there before, so they stay; only the data for tests goes.');
  if (existsSync(stateDir)) await rm(stateDir, { recursive: true });
}

/** The packages that apt-get would autoremove, because nothing needs them any more. */
async function needlessPackages() {
  const plan = await run(['apt-get', '--simulate', 'autoremove'], { env: aptEnvironment });
  return [...plan.matchAll(/^(?:Remv|Purg) (\S+)/gm)].map(([, name = '']) => name);
}

/** @returns {Promise<string[]>} */
async function addedPackages() {
  return existsSync(addedPackagesFile) ? JSON.parse(await readFile(addedPackagesFile, 'utf8')) : [];
}

async function allPackages() {
  return (await run(['dpkg-query', '-W', '-f', '${Package}\n'])).trim().split('\n');
}

/** @param {string[]} known */
function isNotIn(known) {
  const set = new Set(known);
  return /** @param {string} name */ (name) => !set.has(name);
}
