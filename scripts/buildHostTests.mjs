// @ts-check
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

/** Bundles the tests that run inside the extension host to out/host. */
export async function buildHostTests() {
  await rm('out/host', { recursive: true, force: true });
  await build({
    entryPoints: ['test/host/index.ts', 'test/host/**/*.test.ts'],
    outdir: 'out/host',
    outbase: 'test/host',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    loader: { '.sh': 'text' },
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
    // The example server checks whether it is the main program: here it never is.
    logOverride: { 'empty-import-meta': 'silent' },
  });
}
