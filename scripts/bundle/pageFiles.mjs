// @ts-check

/**
 * The build of the pages to `dist/pages`: for each page a script and a style sheet, made from its components. The pages
 * are ES modules, so what is imported on first use is a separate file; a page's nonce also covers the scripts that it
 * imports.
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
