// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasReleases, releaseChangelog } from './changelog.mjs';
import { ReleaseError } from './releaseError.mjs';
import { compareVersions, isVersion } from './version.mjs';

/**
 * @typedef {object} Release
 * @property {string} root The top of the repository.
 * @property {string} version The new version.
 * @property {string} date As in 2026-11-28.
 * @property {boolean} [isDryRun] Check everything and change nothing.
 */

/**
 * Writes the version into package.json, the lock file and the changelog, commits that and tags the commit. Never pushes
 * and never publishes.
 * @param {Release} release
 * @returns {{ tag: string, from: string }} The tag, and the version before.
 */
export function prepareRelease({ root, version, date, isDryRun = false }) {
  const git = gitIn(root);
  const tag = `v${version}`;
  refuseBadState(git, tag);
  /** @param {string} name */
  const read = (name) => readFileSync(join(root, name), 'utf8');
  const changelog = read('CHANGELOG.md');
  const manifest = JSON.parse(read('package.json'));
  const lock = JSON.parse(read('package-lock.json'));
  const from = /** @type {string} */ (manifest.version);
  refuseBadVersion(version, from, hasReleases(changelog));

  const files = {
    'CHANGELOG.md': releaseChangelog(changelog, version, date),
    'package.json': toJson({ ...manifest, version }),
    'package-lock.json': toJson({
      ...lock,
      version,
      packages: { ...lock.packages, '': { ...lock.packages[''], version } },
    }),
  };
  if (isDryRun) return { tag, from };

  const names = Object.keys(files);
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
    git('commit', '--quiet', `--message=Release ${version}`, '--', ...names);
  } catch (error) {
    // The tree was clean, so nobody's changes are lost.
    git('checkout', '--quiet', 'HEAD', '--', ...names);
    throw new ReleaseError(`The release was not committed, and the files are as before. ${reasonOf(error)}`);
  }
  try {
    git('tag', '--annotate', `--message=Goal Lens ${version}`, tag);
  } catch (error) {
    throw new ReleaseError(
      `The release is committed but not tagged. Run: git tag --annotate --message="Goal Lens ${version}" ${tag}. ${reasonOf(error)}`,
    );
  }
  return { tag, from };
}

/** @typedef {(...args: string[]) => string} RunGit */

/** @param {RunGit} git @param {string} tag */
function refuseBadState(git, tag) {
  const branch = git('branch', '--show-current');
  if (branch !== 'main')
    throw new ReleaseError(
      `Releases are made from main, and this is ${branch || 'a detached HEAD'}. Run: git switch main.`,
    );
  const changes = git('status', '--porcelain', '--untracked-files=all', '--ignore-submodules=none');
  if (changes)
    throw new ReleaseError(`The working tree is not clean. Commit or stash these files first:\n${changes}`);
  if (git('tag', '--list', tag))
    throw new ReleaseError(`The tag ${tag} exists already. Choose a higher version.`);
}

/**
 * @param {string} version
 * @param {string} current
 * @param {boolean} wasReleased Before the first release, the version of package.json is free.
 */
function refuseBadVersion(version, current, wasReleased) {
  if (!isVersion(version))
    throw new ReleaseError(
      `'${version}' is not a version that both marketplaces take. Write three numbers, such as 0.2.0.`,
    );
  const growth = compareVersions(version, current);
  if (growth < 0 || (growth === 0 && wasReleased))
    throw new ReleaseError(
      `${version} is not higher than ${current}, the version of package.json. Choose a higher version.`,
    );
}

/** @param {string} root @returns {RunGit} */
function gitIn(root) {
  return (...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd();
}

/** @param {unknown} error */
function reasonOf(error) {
  const { stderr, message } = /** @type {Error & { stderr?: string }} */ (error);
  return (stderr || message).trim();
}

/** @param {unknown} value */
function toJson(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
