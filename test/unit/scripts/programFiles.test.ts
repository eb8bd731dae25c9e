import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { programFiles } from '../../../scripts/bundle/programFiles.mjs';

const sources = {
  'src/extension.ts': `
    import { id } from './vscode/ids';
    export const activate = () => import('./vscode/composition/run').then(({ run }) => run(id));`,
  'src/vscode/ids.ts': `export const id = 'go';`,
  'src/vscode/composition/run.ts': `
    import { count } from '../../core/count';
    import { id } from '../ids';
    export const run = async (asked) => asked === id && [count(), await (await import('../commands/go')).go()];`,
  'src/vscode/commands/go.ts': `
    import { count } from '../../core/count';
    import { id } from '../ids';
    export const go = async () => [id, count(), (await import('../../core/late')).dash.test('–')];`,
  'src/core/count.ts': `let counted = 0; export const count = () => ++counted;`,
  'src/core/late.ts': `export const dash = /[–“]/u;`,
  'src/cli/main.ts': `
    import { count } from '../core/count';
    export const main = async () => [count(), (await import('../core/late')).dash.test('–')];`,
};

describe('the files of the programs', () => {
  let folder: string;
  let texts: Map<string, string>;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'goal-lens-bundle-'));
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    };
    for (const [path, text] of Object.entries(sources)) write(join(folder, path), text);
    const { metafile, outputFiles } = await build({
      absWorkingDir: folder,
      entryPoints: {
        extension: 'src/extension.ts',
        run: 'src/vscode/composition/run.ts',
        cli: 'src/cli/main.ts',
      },
      outdir: 'dist',
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      chunkNames: 'chunks/[name]-[hash]',
      minify: true,
      metafile: true,
      write: false,
    });
    // esbuild names them by the folder in which it worked, and the rewriting by that of the project.
    const outputs = Object.fromEntries(
      Object.entries(metafile.outputs).map(([path, output]) => [
        relative('.', join(folder, path)),
        {
          ...output,
          imports: output.imports.map((each) => ({ ...each, path: relative('.', join(folder, each.path)) })),
        },
      ]),
    );
    const entry = (name: string): string => relative('.', join(folder, 'dist', name));
    const files = await programFiles(
      outputFiles,
      { ...metafile, outputs },
      { extension: entry('extension.js'), running: entry('run.js'), others: [entry('cli.js')] },
      { minify: true, sourcemap: false, target: 'es2022' },
    );
    for (const { path, text } of files) write(path, text);
    texts = new Map(files.map(({ path, text }) => [relative(join(folder, 'dist'), path), text]));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (script: string): unknown =>
    JSON.parse(
      execFileSync(process.execPath, ['-e', `(async () => { ${script} })()`], {
        cwd: join(folder, 'dist'),
        encoding: 'utf8',
      }),
    );
  const loaded = `Object.keys(require.cache).map((file) => require('node:path').basename(file))`;

  it('load the entry alone until what the extension is made of is asked for', () => {
    const [first, answer, then] = run(`
      const { activate } = require('./extension.js');
      const first = ${loaded};
      const answer = await activate();
      console.log(JSON.stringify([first, answer, ${loaded}]));`) as [string[], unknown, string[]];
    assert.deepEqual(first, ['extension.js']);
    assert.deepEqual(answer, [1, ['go', 2, true]], 'what two files need exists once');
    assert.deepEqual(then.toSorted(), [
      'commandsParts.js',
      'coreParts.js',
      'extension.js',
      'run.js',
      'shared.js',
    ]);
  });

  it('give the command line what it shares, and nothing of the editor', () => {
    const [answer, then] = run(`
      const answer = await require('./cli.js').main();
      console.log(JSON.stringify([answer, ${loaded}]));`) as [unknown, string[]];
    assert.deepEqual(answer, [1, true]);
    assert.deepEqual(then.toSorted(), ['cli.js', 'coreParts.js', 'shared.js']);
  });

  it('hold ASCII alone, so that V8 keeps a byte a character', () => {
    for (const [path, text] of texts) assert.match(text, /^[\0-\x7f]*$/, path);
  });
});
