import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageNpm } from '../../scripts/packageNpm.mjs';
import { shop, vsix } from './support/shop';

describe('the npm package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'goal-lens-npm-'));
  const npm = (cwd: string, ...args: string[]): string =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('installs without dependencies and answers through npx', async () => {
    await vsix();
    const source = await packageNpm();
    const [packed] = JSON.parse(npm(source, 'pack', '--json', '--pack-destination', folder)) as {
      filename: string;
      files: { path: string }[];
    }[];
    assert.ok(packed);
    const files = packed.files.map(({ path }) => path.replace(/^chunks\/.*/, 'chunks'));
    assert.deepEqual([...new Set(files)].sort(), [
      'LICENSE',
      'README.md',
      'chunks',
      'cli.js',
      'package.json',
      'shared.js',
    ]);
    npm(folder, 'install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`);
    const { dependencies = {} } = JSON.parse(
      readFileSync(join(folder, 'node_modules/goal-lens/package.json'), 'utf8'),
    ) as { dependencies?: object };
    assert.deepEqual(dependencies, {});
    const { folder: sample } = await shop();
    const answer = npm(folder, 'exec', '--offline', '--', 'goal-lens', 'brief', 'SHOP-9', '-C', sample);
    assert.match(answer, /^Goal: SHOP-9 /m);
  });
});
