import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Builds the script of a thread for the tests of a suite, and gives its path while they run. */
export function useBuilt(entry: string): () => string {
  let folder = '';
  const path = (): string => join(folder, basename(entry, '.ts') + '.js');
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goal-lens-built-'));
    await build({
      entryPoints: [entry],
      outfile: path(),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'silent',
    });
  });
  after(() => rm(folder, { recursive: true }));
  return path;
}
