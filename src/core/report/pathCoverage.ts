import type { PathMap } from '../paths/pathMap';

/** How much of a repository path rules link. */
export interface PathCoverage {
  readonly files: number;
  /** Files whose rule has keys. */
  readonly covered: number;
}

/** Written by package managers: nobody's work for a goal. */
const lockFiles = new Set(
  [
    ...['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'Cargo.lock'],
    ...['composer.lock', 'Gemfile.lock', 'poetry.lock', 'uv.lock', 'Pipfile.lock', 'go.sum', 'flake.lock'],
  ].map((name) => name.toLowerCase()),
);

/** Path coverage: files with a rule that has keys / all files but lock files. */
export async function pathCoverage(files: AsyncIterable<string>, map: PathMap): Promise<PathCoverage> {
  let [count, covered] = [0, 0];
  for await (const path of files) {
    if (lockFiles.has(path.slice(path.lastIndexOf('/') + 1).toLowerCase())) continue;
    count += 1;
    if ((map.match(path)?.keys.length ?? 0) > 0) covered += 1;
  }
  return { files: count, covered };
}
