import { build, context } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { hostFiles, importedAtOnce } from './scripts/bundle/hostFiles.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const minify = production;
// Inside the files: those of the host are made of others, and esbuild follows the maps that it finds in them.
const sourcemap = production ? false : 'inline';
const target = 'es2022';

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify,
  sourcemap,
  target,
  logLevel: watch ? 'info' : 'warning',
  legalComments: 'none',
};

/**
 * esbuild splits code only for ES modules, while VS Code loads CommonJS fastest: so the host is split as ES modules,
 * which are then rewritten. Every `import()` in the source becomes a file read on first use.
 *
 * @type {import('esbuild').Plugin}
 */
const writeHostFiles = {
  name: 'write-host-files',
  setup(builder) {
    builder.onEnd(async ({ metafile, outputFiles = [] }) => {
      if (!metafile) return;
      const entry = 'dist/extension.js';
      const start = importedAtOnce(metafile, entry);
      // Kept for the test that says what the extension loads at its start.
      for (const path of start) {
        Object.assign(metafile.outputs[entry]?.inputs ?? {}, metafile.outputs[path]?.inputs);
      }
      await mkdir('out', { recursive: true });
      await writeFile('out/host-bundle.json', JSON.stringify(metafile));
      for (const { path, text } of await hostFiles(outputFiles, start, { minify, sourcemap, target })) {
        await writeFile(path, text);
      }
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const host = {
  ...shared,
  entryPoints: ['src/extension.ts'],
  outdir: 'dist',
  platform: 'node',
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  external: ['vscode'],
  alias: { 'form-data': './scripts/bundle/noFormData.mjs' },
  metafile: true,
  write: false,
  plugins: [writeHostFiles],
};

/** @type {import('esbuild').BuildOptions} */
const webview = {
  ...shared,
  entryPoints: { webview: 'src/pages/panel/main.ts' },
  outdir: 'dist',
  platform: 'browser',
  format: 'iife',
  loader: { '.svg': 'text' },
};

await rm('dist', { recursive: true, force: true });
await mkdir('dist/chunks', { recursive: true });

if (watch) {
  for (const options of [host, webview]) await (await context(options)).watch();
} else {
  await Promise.all([build(host), build(webview)]);
}
