// @ts-check
// Prepares a release on this machine: npm run release -- --version X.Y.Z [--dry-run]. See docs/releasing.md.
import { expectAtMost, readCommandLine, wrongUsage } from './commandLine.mjs';
import { projectRoot } from './install.mjs';
import { prepareRelease } from './release/prepareRelease.mjs';
import { ReleaseError } from './release/releaseError.mjs';
import { isPreRelease } from './release/version.mjs';

const usage = `npm run release -- --version X.Y.Z [options]
  --version X.Y.Z   the new version; an odd minor version is a pre-release
  --dry-run         check everything and change nothing
  -h, --help        print this
It commits and tags on this machine. It never pushes and never publishes.`;

const { values, positionals } = readCommandLine(usage, {
  version: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
});
expectAtMost(positionals, 0);
const version = values.version ?? wrongUsage('Say which version: --version X.Y.Z');
const isDryRun = values['dry-run'];
try {
  const date = new Date().toISOString().slice(0, 10);
  const { tag, from } = prepareRelease({ root: projectRoot, version, date, isDryRun });
  const kind = isPreRelease(version) ? 'a pre-release' : 'a release';
  console.log(
    isDryRun
      ? `${from} would become ${version}, ${kind}, with the tag ${tag}. Nothing was changed.`
      : `${version}, ${kind}, is committed and tagged as ${tag}. Read the commit with git show ${tag}, then publish it with:
  git push --atomic origin main ${tag}`,
  );
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
