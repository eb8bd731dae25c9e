import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { packageNpm } from '../../scripts/packageNpm.mjs';
import { extensionsFolder, installVsix } from '../../scripts/vscode/extensions.mjs';
import { shop, vsix } from './support/shop';

describe('what ships for the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'goal-lens-shipped-'));
  const npm = (...args: string[]): string =>
    execFileSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  let sample: string;
  let files: readonly string[];

  before(async () => {
    const { path } = await vsix();
    const source = await packageNpm();
    const [packed] = JSON.parse(npm('pack', source, '--json')) as {
      filename: string;
      files: { path: string }[];
    }[];
    assert.ok(packed);
    files = packed.files.map((file) => file.path);
    npm('install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`);
    await installVsix(path, { dataDir: folder });
    ({ folder: sample } = await shop());
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('installs from npm without dependencies and answers through npx', () => {
    assert.deepEqual([...new Set(files.map((path) => path.replace(/^chunks\/.*/, 'chunks')))].sort(), [
      'LICENSE',
      'README.md',
      'chunks',
      'cli.js',
      'package.json',
      'shared.js',
    ]);
    const manifest = readFileSync(join(folder, 'node_modules/goal-lens/package.json'), 'utf8');
    const { dependencies = {} } = JSON.parse(manifest) as { dependencies?: object };
    assert.deepEqual(dependencies, {});
    const answer = npm('exec', '--offline', '--', 'goal-lens', 'brief', 'SHOP-9', '-C', sample);
    assert.match(answer, /^Goal: SHOP-9 /m);
  });

  const programs: Readonly<Record<string, () => string>> = {
    'the npm package': () => join(folder, 'node_modules/goal-lens/cli.js'),
    'the extension': () => {
      const installed = extensionsFolder({ dataDir: folder });
      const [own] = readdirSync(installed).filter((name) => name.startsWith('goal-lens.'));
      return join(installed, own ?? '', 'dist/cli.js');
    },
  };
  for (const [where, program] of Object.entries(programs)) {
    // No cache of an editor on this machine has a say.
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, USERPROFILE: folder, APPDATA: folder };

    it(`serves the official client from ${where}`, async () => {
      const client = new Client({ name: 'test', version: '1' });
      await client.connect(
        new StdioClientTransport({
          command: process.execPath,
          args: [program(), 'mcp', '--workspace', sample],
          env,
        }),
      );
      const brief = await client.callTool({ name: 'get_goal_brief', arguments: { key: 'SHOP-9' } });
      await client.close();
      const { found, fields } = brief.structuredContent as { found: boolean; fields: { goal: string } };
      assert.equal(found, true);
      assert.match(fields.goal, /^SHOP-9 /);
    });
  }
});
