import { build, context } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostFiles, importedAtOnce } from './scripts/bundle/hostFiles.mjs';
import { pageFiles } from './scripts/bundle/pageFiles.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
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
  logLevel: 'warning',
  legalComments: 'none',
  loader: { '.sh': 'text' },
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

/** What is being built, and what has never been built yet. @type {Set<object>} */
const building = new Set();
/** @type {Set<object>} */
const unbuilt = new Set();
let isIdle = true;

/**
 * Says when watching begins to build and when all files are written: .vscode/tasks.json waits for these two lines.
 *
 * @type {import('esbuild').Plugin}
 */
const tellProgress = {
  name: 'tell-progress',
  setup(builder) {
    builder.onStart(() => {
      building.add(builder);
      if (isIdle) console.log('[watch] build started');
      isIdle = false;
    });
    builder.onEnd(() => {
      building.delete(builder);
      unbuilt.delete(builder);
      isIdle = building.size === 0 && unbuilt.size === 0;
      if (isIdle) console.log('[watch] build finished');
    });
    unbuilt.add(builder);
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

/**
 * What runs in a thread of its own is one file: it shares nothing with the host.
 *
 * @type {import('esbuild').BuildOptions}
 */
const worker = {
  ...shared,
  entryPoints: {
    goalsFileWorker: 'src/teamFiles/goalsFile/goalsFileWorker.ts',
    reportThread: 'src/reporting/thread/reportThread.ts',
  },
  outdir: 'dist',
  platform: 'node',
  format: 'cjs',
};

/** @type {import('esbuild').BuildOptions} */
const pages = { ...shared, ...pageFiles };

/**
 * The command line: one file without VS Code. What it needs only for some commands is evaluated on first use.
 *
 * @type {import('esbuild').BuildOptions}
 */
const cli = {
  ...shared,
  entryPoints: { cli: 'src/cli/main.ts' },
  outdir: 'dist',
  platform: 'node',
  format: 'cjs',
  alias: { 'form-data': './scripts/bundle/noFormData.mjs' },
  // The CommonJS form of jsonc-parser finds its own parts at run time, which no bundler can follow.
  mainFields: ['module', 'main'],
  banner: { js: '#!/usr/bin/env node' },
  define: { goalLensVersion: JSON.stringify(version) },
};

await rm('dist', { recursive: true, force: true });
await mkdir('dist/chunks', { recursive: true });

if (watch) {
  const contexts = await Promise.all(
    [host, worker, pages, cli].map(({ plugins = [], ...options }) =>
      context({ ...options, plugins: [...plugins, tellProgress] }),
    ),
  );
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  await Promise.all([host, worker, pages, cli].map((options) => build(options)));
}
