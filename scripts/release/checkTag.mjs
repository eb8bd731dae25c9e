// @ts-check
// Fails unless the tag matches the version in package.json; prints whether it is a pre-release, as a workflow's output.
import { readFileSync } from 'node:fs';
import { isPreRelease } from './version.mjs';

const [tag] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
if (tag === `v${version}`) console.log(`pre-release=${isPreRelease(version)}`);
else {
  console.error(
    `The tag is ${tag}, and the version of package.json ${version}. Make the tag with: npm run release.`,
  );
  process.exitCode = 1;
}
