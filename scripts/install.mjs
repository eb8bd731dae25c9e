// @ts-check
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The top of the checkout. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** Installs the packages of the lock file, unless exactly these are installed already. */
export function installPackages() {
  if (lockedVersions('package-lock.json') === lockedVersions('node_modules/.package-lock.json')) return;
  console.log('Installing packages…');
  runNpm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
}

/**
 * Runs npm in the project and throws if it fails.
 * @param {string[]} args
 */
export function runNpm(...args) {
  // npm passes on its own path; without it (node run by hand), use the one on PATH, which is a script on Windows.
  const { npm_execpath: npmPath } = process.env;
  const { status } = npmPath
    ? spawnSync(process.execPath, [npmPath, ...args], { cwd: projectRoot, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: projectRoot, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0)
    throw new Error(`npm ${args[0]} failed. Read its message above, then run the command again.`);
}

/**
 * Names and versions in a lock file, without the differences between its two kinds.
 * @param {string} path
 */
function lockedVersions(path) {
  try {
    /** @type {{ packages: Record<string, { version?: string, optional?: boolean }> }} */
    const { packages } = JSON.parse(readFileSync(`${projectRoot}/${path}`, 'utf8'));
    return Object.entries(packages)
      .filter(([name, { optional }]) => name !== '' && !optional)
      .map(([name, { version }]) => `${name}@${version}`)
      .sort()
      .join('\n');
  } catch {
    return undefined;
  }
}
