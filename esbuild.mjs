import { build, context, transform } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2022',
  logLevel: watch ? 'info' : 'warning',
  legalComments: 'none',
};

/**
 * esbuild splits code only for ES modules, while VS Code loads CommonJS fastest: so the host is split as ES modules,
 * and each chunk is then rewritten to CommonJS. Every `import()` in the source becomes a file read on first use.
 *
 * @type {import('esbuild').Plugin}
 */
const chunksToCommonJs = {
  name: 'chunks-to-commonjs',
  setup(builder) {
    builder.onEnd(async (result) => {
      // Kept for the test that says what the extension loads at its start.
      await mkdir('out', { recursive: true });
      await writeFile('out/host-bundle.json', JSON.stringify(result.metafile));
      for (const file of result.outputFiles ?? []) {
        if (!file.path.endsWith('.js')) {
          await writeFile(file.path, file.contents);
          continue;
        }
        const { code } = await transform(file.text, {
          format: 'cjs',
          platform: 'node',
          minify: production,
          target: 'es2022',
        });
        await writeFile(file.path, code);
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
  plugins: [chunksToCommonJs],
};

/** @type {import('esbuild').BuildOptions} */
const webview = {
  ...shared,
  entryPoints: { webview: 'src/webview/main.ts' },
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
