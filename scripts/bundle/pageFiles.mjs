// @ts-check

/**
 * What the pages are built to, in `dist/pages`: for each page a script and a style sheet, made of those of its
 * components. The pages are ES modules, so that what is imported on first use is a file of its own; a page's nonce goes
 * over to the scripts that it imports.
 *
 * @type {import('esbuild').BuildOptions}
 */
export const pageFiles = {
  bundle: true,
  entryPoints: { panel: 'src/pages/panel/main.ts', report: 'src/pages/report/main.ts' },
  outdir: 'dist/pages',
  platform: 'browser',
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  target: 'es2022',
  tsconfig: 'src/pages/tsconfig.json',
  loader: { '.svg': 'text' },
  legalComments: 'none',
};
