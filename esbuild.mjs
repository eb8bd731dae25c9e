import { build, context } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { axiosParts } from './scripts/bundle/axiosParts.mjs';
import { importedAtOnce, programFiles } from './scripts/bundle/programFiles.mjs';
import { pageFiles } from './scripts/bundle/pageFiles.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const minify = production;
/**
 * Inside the files: those of the host are made of others, and esbuild follows the maps that it finds in them.
 *
 * @type {false | 'inline'}
 */
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

/** What VS Code loads, and what that loads next. */
const extension = 'dist/extension.js';
const running = 'dist/runExtension.js';
const commandLine = 'dist/cli.js';
const others = [commandLine, 'dist/goalsFileWorker.js', 'dist/trackerThread.js', 'dist/reportThread.js'];

/**
 * esbuild splits code only for ES modules, while VS Code loads CommonJS fastest: so the programs are split as ES modules,
 * which are then rewritten. Every `import()` in the source becomes a file read on first use.
 *
 * @type {import('esbuild').Plugin}
 */
const writeProgramFiles = {
  name: 'write-program-files',
  setup(builder) {
    builder.onEnd(async ({ metafile, outputFiles = [] }) => {
      if (!metafile) return;
      const options = { minify, sourcemap, target };
      const files = await programFiles(outputFiles, metafile, { extension, running, others }, options);
      // Kept for the test that says what the extension loads at its start.
      for (const path of importedAtOnce(metafile, running)) {
        Object.assign(metafile.outputs[running]?.inputs ?? {}, metafile.outputs[path]?.inputs);
      }
      await mkdir('out', { recursive: true });
      await writeFile('out/host-bundle.json', JSON.stringify(metafile));
      await rm('dist/chunks', { recursive: true, force: true });
      await mkdir('dist/chunks', { recursive: true });
      for (const { path, text } of files) {
        const isProgram = path === resolve(commandLine);
        await writeFile(path, isProgram ? `#!/usr/bin/env node\n${text}` : text);
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

/**
 * The extension, the command line and what runs in a thread of its own. What two of them need exists once.
 *
 * @type {import('esbuild').BuildOptions}
 */
const programs = {
  ...shared,
  entryPoints: {
    extension: 'src/extension.ts',
    runExtension: 'src/vscode/composition/runExtension.ts',
    cli: 'src/cli/main.ts',
    goalsFileWorker: 'src/teamFiles/goalsFile/goalsFileWorker.ts',
    trackerThread: 'src/trackers/thread/trackerThread.ts',
    reportThread: 'src/reporting/thread/reportThread.ts',
  },
  outdir: 'dist',
  platform: 'node',
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  external: ['vscode'],
  alias: {
    debug: './scripts/bundle/noDebug.mjs',
    'form-data': './scripts/bundle/noFormData.mjs',
    'follow-redirects': './scripts/bundle/noFollowRedirects.mjs',
    'https-proxy-agent': './scripts/bundle/noProxy.mjs',
    'proxy-from-env': './scripts/bundle/noProxy.mjs',
    '@modelcontextprotocol/server/_shims': './scripts/bundle/noSchemaValidator.mjs',
  },
  // The CommonJS form of jsonc-parser finds its own parts at run time, which no bundler can follow.
  mainFields: ['module', 'main'],
  define: { goalLensVersion: JSON.stringify(version) },
  metafile: true,
  write: false,
  plugins: [axiosParts, writeProgramFiles],
};

/** @type {import('esbuild').BuildOptions} */
const pages = { ...shared, ...pageFiles };

await rm('dist', { recursive: true, force: true });
await mkdir('dist/chunks', { recursive: true });

if (watch) {
  const contexts = await Promise.all(
    [programs, pages].map(({ plugins = [], ...options }) =>
      context({ ...options, plugins: [...plugins, tellProgress] }),
    ),
  );
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  await Promise.all([programs, pages].map((options) => build(options)));
}
