// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const versions = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs, laid out as in Debian and Ubuntu; the newest version that is installed. */
function postgresPrograms() {
  const installed = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
  return installed
    .map((version) => join(versions, version, 'bin'))
    .find((folder) => ['initdb', 'postgres', 'psql'].every((name) => existsSync(join(folder, name))));
}

/** Why PostgreSQL cannot run on this system, in a sentence for a person; undefined if it can. */
export function whyPostgresCannotRun() {
  if (postgresPrograms()) return undefined;
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get'))
    return 'PostgreSQL is installed with apt-get, which this system does not have: use Debian 12 or Ubuntu.';
  if (process.getuid?.() !== 0)
    return 'PostgreSQL is installed for the whole system, which needs root: run this as root, best in a container, or install the package postgresql.';
  return undefined;
}

/** Installs PostgreSQL from the system's packages if needed, and returns the folder of its programs. */
export function installPostgres() {
  const present = postgresPrograms();
  if (present) return present;
  const obstacle = whyPostgresCannotRun();
  if (obstacle) throw new Error(obstacle);
  console.log('PostgreSQL: installing its packages (half a minute, 100 MB)…');
  for (const args of [['update'], ['install', '--no-install-recommends', 'postgresql']]) {
    const { status, stderr } = spawnSync(
      'apt-get',
      ['-qq', '-y', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Use-Pty=0', ...args],
      { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8' },
    );
    if (status !== 0)
      throw new Error(
        `PostgreSQL could not be installed.\n${stderr.slice(-2000)}\n` +
          'Next: check that `apt-get update` reaches your package mirror, then run the same command again.',
      );
  }
  const programs = postgresPrograms();
  if (!programs) throw new Error('apt-get ended well, yet PostgreSQL is not installed: see `dpkg --audit`.');
  return programs;
}
