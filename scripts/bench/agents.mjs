// @ts-check
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { makeSample } from '../sample/makeSample.mjs';
import { MessageClient } from './messageClient.mjs';
import { median, rounded, spread } from './statistics.mjs';
import { printTable } from './table.mjs';

const run = promisify(execFile);

/** The official server that agents use most, for comparison. */
const filesystemServer = '@modelcontextprotocol/server-filesystem@2026.8.31';

/** The targets, in milliseconds. */
const targets = { start: 300, answer: 50, commandLine: 150 };

const tools = ['get_goal_brief', 'check_priorities', 'check_change', 'get_alignment'];
const commands = [['--version'], ['status'], ['goals']];

/**
 * Prints how soon the MCP server is ready and answers on the sample, beside the official filesystem server, and what
 * the command line takes on top of a Node.js that does nothing.
 * @param {import('./run.mjs').Bench} bench
 */
export async function measureAgents({ runs, dir, extension }) {
  const sample = join(dir, 'agents');
  await makeSample(sample);
  const program = join(extension, 'dist/cli.js');
  const filesystem = await installFilesystemServer(join(dir, 'filesystem'));
  /** @type {Record<string, number[]>} */
  const times = {};
  /** @param {string} name @param {() => Promise<unknown>} work */
  const timed = async (name, work) => {
    const start = performance.now();
    await work();
    (times[name] ??= []).push(performance.now() - start);
  };
  for (let round = 0; round < runs; round += 1) {
    await timed('node', () => run(process.execPath, ['-e', '0']));
    await withServer([program, 'mcp', '--workspace', sample], timed, 'ours', async (client) => {
      for (const name of tools) {
        const call = () => client.ask('tools/call', { name, arguments: {} });
        await timed(`first ${name}`, call);
        await timed(name, call);
      }
    });
    if (filesystem) await withServer([filesystem, sample], timed, 'filesystem', () => Promise.resolve());
    for (const command of commands) {
      // A cache of its own each round, so that the first time is one.
      const cache = await mkdtemp(join(dir, 'cache-'));
      const env = { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
      const call = () => run(process.execPath, [program, ...command], { cwd: sample, env });
      await timed(`first ${command.join(' ')}`, call);
      await timed(command.join(' '), call);
    }
  }
  const of = (/** @type {string} */ name) => times[name] ?? [];
  printTable(
    `Agents and the command line, on the sample (n = ${runs})`,
    ['ms', 'median (min–max)', 'target', 'first time'],
    [
      ['Node.js that does nothing', spread(of('node')), '', ''],
      ['MCP server: start until its tools are listed', spread(of('ours')), `< ${targets.start}`, ''],
      [
        '  the official filesystem server',
        filesystem ? spread(of('filesystem')) : 'could not be installed',
        '',
        '',
      ],
      ...tools.map((name) => [
        `  ${name}`,
        spread(of(name)),
        `< ${targets.answer}`,
        rounded(median(of(`first ${name}`))),
      ]),
      ...commands.map((command) => {
        const name = command.join(' ');
        const own = (/** @type {string} */ series) => of(series).map((time) => time - median(of('node')));
        return [
          `goal-lens ${name}, of its own`,
          spread(own(name)),
          `< ${targets.commandLine}`,
          rounded(median(own(`first ${name}`))),
        ];
      }),
    ],
    'The first answer includes loading what answers, and reading goals and repository. Git’s processes are part of answers.',
  );
}

/**
 * @param {readonly string[]} args
 * @param {(name: string, work: () => Promise<unknown>) => Promise<void>} timed
 * @param {string} name
 * @param {(client: MessageClient) => Promise<void>} use
 */
async function withServer(args, timed, name, use) {
  /** @type {MessageClient | undefined} */
  let client;
  await timed(name, async () => {
    client = new MessageClient(args);
    await client.start();
  });
  if (!client) return;
  try {
    await use(client);
  } finally {
    await client.close();
  }
}

/**
 * Installs the official server for this run only; without a registry the series does without it.
 * @param {string} folder
 * @returns {Promise<string | undefined>} Its program.
 */
async function installFilesystemServer(folder) {
  await mkdir(folder, { recursive: true });
  const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
  try {
    await run('npm', [...args, filesystemServer], { cwd: folder, shell: process.platform === 'win32' });
    return join(folder, 'node_modules/@modelcontextprotocol/server-filesystem/dist/index.js');
  } catch {
    return undefined;
  }
}
