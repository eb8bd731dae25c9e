// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { currentBranch } from '../sample/history.mjs';
import { makeSample } from '../sample/makeSample.mjs';

const commits = 2000;

/**
 * The relative path of a file in the workspace; its goals come from the path map and from its history.
 * @param {number} index Counted from 0.
 */
export function modulePath(index) {
  return `src/payments/module-${index}.ts`;
}

/**
 * Creates the sample shop with more files and 2,000 more commits, every third of which names a goal.
 * @param {string} dir
 * @param {number} modules How many files there are to switch between.
 */
export async function makeBenchWorkspace(dir, modules) {
  const folder = join(dir, 'corner-shop');
  await mkdir(folder);
  await makeSample(folder);
  const seconds = Math.floor(Date.now() / 1000) - commits;
  const stream = Array.from({ length: commits }, (_, index) => {
    const message = `Improve module ${index % modules}, step ${Math.floor(index / modules)}\n`;
    const text = `export const step = ${index};\n`.repeat(40);
    return [
      `commit refs/heads/${currentBranch}`,
      `committer Ana Ruiz <ana.ruiz@corner-shop.example> ${seconds + index} +0000`,
      data(index % 3 === 0 ? `${message}\nInitiative: SHOP-${index % 2 === 0 ? 9 : 4}\n` : message),
      ...(index === 0 ? [`from refs/heads/${currentBranch}^0`] : []),
      `M 100644 inline ${modulePath(index % modules)}`,
      data(text),
      '',
    ].join('\n');
  });
  await git(folder, ['fast-import', '--quiet', '--force'], stream.join(''));
  await git(folder, ['reset', '--quiet', '--hard']);
  return folder;
}

/** @param {string} text */
function data(text) {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

/** @param {string} cwd @param {string[]} args @param {string} [input] */
async function git(cwd, args, input = '') {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
  const child = spawn('git', args, { cwd, env, stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`git ${args[0]} failed.`);
}
