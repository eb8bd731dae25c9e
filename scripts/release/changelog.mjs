// @ts-check
import { ReleaseError } from './releaseError.mjs';

const unreleased = /^## \[Unreleased\][ \t]*$/m;
const anyVersion = /^## \[\d+\.\d+\.\d+\]/m;

/**
 * Whether a changelog has a heading of any version.
 * @param {string} changelog
 */
export function hasReleases(changelog) {
  return anyVersion.test(changelog);
}

/**
 * Moves what is under Unreleased below a heading for the version; Unreleased stays, empty.
 * @param {string} changelog
 * @param {string} version
 * @param {string} date As in 2026-11-28.
 */
export function releaseChangelog(changelog, version, date) {
  const entries = sectionAfter(unreleased, changelog);
  if (entries === undefined)
    throw new ReleaseError('CHANGELOG.md has no heading "## [Unreleased]". Add it above the newest version.');
  if (!/^[-*] +\S/m.test(entries))
    throw new ReleaseError(
      'CHANGELOG.md has no entries under Unreleased. Add what changed for users, and commit it.',
    );
  if (changelog.includes(`\n## [${version}]`))
    throw new ReleaseError(`CHANGELOG.md has a heading of ${version} already. Choose a higher version.`);
  return changelog.replace(unreleased, () => `## [Unreleased]\n\n## [${version}] - ${date}`);
}

/**
 * A version's section in a changelog, without its heading; undefined if there is none.
 * @param {string} changelog
 * @param {string} version
 */
export function notesOf(changelog, version) {
  return sectionAfter(new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\].*$`, 'm'), changelog)?.trim();
}

/**
 * @param {RegExp} heading
 * @param {string} changelog
 */
function sectionAfter(heading, changelog) {
  const found = heading.exec(changelog);
  if (!found) return undefined;
  const [section = ''] = changelog.slice(found.index + found[0].length).split(/^## /m);
  return section;
}
