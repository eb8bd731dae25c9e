// @ts-check
// A repository of many commits, the same on every run, written through `git fast-import` in a few seconds.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cleanGit } from '../cleanGit.mjs';

const branch = 'refs/heads/main';
const firstDay = 1_500_000_000;
const words =
  'cart checkout retry payment total price coupon search index order export import login token cache page form'.split(
    ' ',
  );

/** When a commit of the repository was made, in epoch seconds. @param {number} number from 0 */
export function secondOf(number) {
  return firstDay + number * 600;
}

/**
 * Fills a new folder with a repository: of ten commits three name a key in the subject, two carry a trailer, one names
 * a key in its text, and four name no goal. Each touches one to four of 6,000 files.
 *
 * @param {string} folder @param {number} commits
 * @param {{ linked?: number, people?: number }} [options] How many of ten commits name a goal, of which those beyond six
 *   do so in their text, and how many people write them by turns.
 */
export async function makeHistoryRepository(folder, commits, { linked = 6, people = 1 } = {}) {
  run(folder, 'init', '--quiet', '--initial-branch=main', '.');
  const git = spawn('git', ['fast-import', '--quiet', '--done'], {
    cwd: folder,
    env: cleanGit,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const random = randomNumbers(42);
  for (let number = 0; number < commits; number += 1) {
    if (!git.stdin.write(commitCommand(number, random, linked, people))) await once(git.stdin, 'drain');
  }
  git.stdin.end('done\n');
  const [code] = await once(git, 'close');
  if (code !== 0) throw new Error(`git fast-import ended with ${code}.`);
}

/**
 * Adds commits that name a goal to the checked-out branch.
 *
 * @param {string} folder @param {number} commits
 */
export function addCommits(folder, commits) {
  for (let number = 0; number < commits; number += 1) {
    const message = `SHOP-${String(number)}: one more\n\nInitiative: SHOP-7\n`;
    run(folder, 'commit', '--quiet', '--allow-empty', '-m', message);
  }
}

/** @param {string} folder @param {string[]} args */
function run(folder, ...args) {
  const { status, stderr } = spawnSync('git', args, { cwd: folder, env: cleanGit, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** @param {number} number @param {(below: number) => number} random @param {number} linked @param {number} people */
function commitCommand(number, random, linked, people) {
  const message = messageOf(number, random, linked);
  const lines = [
    `commit ${branch}`,
    `committer Ana <ana${String(number % people)}@shop.example> ${String(secondOf(number))} +0000`,
    `data ${String(Buffer.byteLength(message))}`,
    message,
  ];
  for (let file = random(4); file >= 0; file -= 1) {
    const folder = random(random(200) + 1);
    const path = `src/part${String(folder % 12)}/area${String(folder)}/file${String(random(30))}.ts`;
    const content = `export const made = ${String(number)};\n`;
    lines.push(`M 100644 inline ${path}`, `data ${String(content.length)}`, content);
  }
  return `${lines.join('\n')}\n`;
}

/** @param {number} number @param {(below: number) => number} random @param {number} linked */
function messageOf(number, random, linked) {
  const kind = random(10);
  const key = `SHOP-${String(random(random(5000) + 1) + 1)}`;
  const title = `${sentence(random, 3)} ${String(number)}`;
  const body = `${sentence(random, 14)}\n${sentence(random, 14)}\n\n${sentence(random, 12)}, as of UTF-8 and ${key.length} more.`;
  const trailers = 'Reviewed-by: Priya <priya@shop.example>\nSigned-off-by: Ana <ana@shop.example>\n';
  if (kind < 3) return `${key}: ${title}\n\n${body}\n\n${trailers}`;
  if (kind < 5) return `${title}\n\n${body}\n\nInitiative: ${key}\n${trailers}`;
  if (kind < linked) return `${title}\n\n${body}\nSee ${key}.\n\n${trailers}`;
  return kind < 8 ? `${title}\n\n${sentence(random, 14)}.\n\n${trailers}` : title;
}

/** @param {(below: number) => number} random @param {number} length */
function sentence(random, length) {
  return Array.from({ length }, () => words[random(words.length)]).join(' ');
}

/** Park and Miller's generator. @param {number} seed */
function randomNumbers(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
