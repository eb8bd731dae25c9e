import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeSample } from '../../scripts/sample/makeSample.mjs';
import { ensureHost } from '../../scripts/vscode/install.mjs';

/**
 * The version it was last tried with. It takes 110 MB and a newer Node.js than the project,
 * so that it is no dependency.
 */
const version = '2.12.0';
const folder = resolve('out/inspector', version);
const inspector = join(
  folder,
  'node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js',
);
const sample = join(folder, 'sample');

describe("the inspector's command line", () => {
  let node: string;

  before(async () => {
    ({ node } = await ensureHost());
    if (existsSync(inspector)) return;
    mkdirSync(sample, { recursive: true });
    await makeSample(sample);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', [...install, `@modelcontextprotocol/inspector@${version}`], {
      cwd: folder,
      shell: process.platform === 'win32',
    });
  });

  function inspect(...args: string[]): unknown {
    const server = [process.execPath, resolve('dist/cli.js'), 'mcp', '--workspace', sample];
    // No cache of an editor on this machine has a say.
    const env = { ...process.env, HOME: folder, USERPROFILE: folder, APPDATA: folder };
    const command = [inspector, '--cli', ...server, ...args];
    return JSON.parse(execFileSync(node, command, { cwd: folder, env, encoding: 'utf8' }));
  }

  it('lists the tools', () => {
    const { tools } = inspect('--method', 'tools/list') as { tools: { name: string }[] };
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['get_goal_brief', 'check_priorities', 'check_change', 'get_alignment'],
    );
  });

  it('calls a tool', () => {
    const call = ['--method', 'tools/call', '--tool-name', 'get_goal_brief', '--tool-arg', 'key=SHOP-9'];
    const { content } = inspect(...call) as { content: { text: string }[] };
    assert.match(content[0]?.text ?? '', /^Goal: SHOP-9 /m);
  });

  it('reads a goal as a resource, and a prompt', () => {
    const read = inspect('--method', 'resources/read', '--uri', 'goal-lens://goal/SHOP-9') as {
      contents: { text: string }[];
    };
    assert.match(read.contents[0]?.text ?? '', /^Goal: SHOP-9 /m);
    const { prompts } = inspect('--method', 'prompts/list') as { prompts: { name: string }[] };
    assert.deepEqual(
      prompts.map(({ name }) => name),
      ['start_work', 'explain_change'],
    );
  });
});
