// @ts-check
/**
 * Makes the sample repository: a small shop with ten weeks of history, goals and branches. `npm start`, the screenshots
 * and the UI tests use it. The same day gives the same commits.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { currentBranch, history } from './history.mjs';

/** @import { Commit, Revision } from './history.mjs' */

const filesDir = fileURLToPath(new URL('files/', import.meta.url));
/** In the git directory, so that the working tree stays clean. */
const markerName = 'goal-lens-sample';
const repositoryConfig = `[core]
	autocrlf = false
[user]
	name = Ana Ruiz
	email = ana.ruiz@corner-shop.example
[commit]
	gpgsign = false
`;

/**
 * Creates the sample in `dir`, which must be absent, empty, or an earlier sample (which is replaced).
 * @param {string} dir
 * @param {{ now?: Date }} [options] `now`: the day that dates are relative to; today unless told.
 * @returns {Promise<void>}
 */
export async function makeSample(dir, { now = new Date() } = {}) {
  const gitDir = path.join(dir, '.git');
  await clear(dir, gitDir);
  await mkdir(gitDir, { recursive: true });
  await writeFile(
    path.join(gitDir, markerName),
    'Made by scripts/sample/makeSample.mjs, which replaces it freely.\n',
  );
  await git(dir, 'init', '--quiet', '--initial-branch=main');
  await appendFile(path.join(gitDir, 'config'), repositoryConfig);
  await importHistory(dir, now);
  await git(dir, 'checkout', '--quiet', '--force', currentBranch, '--');
}

/**
 * @param {string} dir
 * @param {string} gitDir
 */
async function clear(dir, gitDir) {
  const names = await readdir(dir).catch(ignoreAbsent);
  if (!names?.length) return;
  if (!(await readdir(gitDir).catch(ignoreAbsent))?.includes(markerName)) {
    throw new Error(`${dir} is not empty and not a sample of ours: choose another folder.`);
  }
  // The git directory goes last: as long as it exists, an interrupted run can be repeated.
  for (const name of [...names.filter((name) => name !== '.git'), '.git']) {
    await rm(path.join(dir, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * @param {NodeJS.ErrnoException} error
 * @returns {undefined}
 */
function ignoreAbsent(error) {
  if (error.code !== 'ENOENT') throw error;
}

/**
 * Feeds the whole history to one `git fast-import`: much faster than a hundred git commands.
 * @param {string} dir
 * @param {Date} now
 */
async function importHistory(dir, now) {
  const importer = spawn('git', ['fast-import', '--quiet', '--done'], { cwd: dir, env: gitEnvironment(dir) });
  importer.stdin.on('error', () => undefined); // It ended early: its exit code and stderr say why.
  const complaints = text(importer.stderr);
  const exited = once(importer, 'close');
  const answers = createInterface({ input: importer.stdout })[Symbol.asyncIterator]();
  /** @type {(mark: number) => Promise<string>} */
  const hashOf = async (mark) => {
    importer.stdin.write(`get-mark :${mark}\n`);
    return /** @type {string | undefined} */ ((await answers.next()).value) ?? '';
  };
  /** @type {Map<string, number>} */
  const tips = new Map();
  /** @type {Map<string, number>} */
  const marks = new Map();
  /** The files that each branch has changed since it left `main`, for its merge. @type {Map<string, Map<string, string>>} */
  const changes = new Map();

  for (const [index, commit] of history.entries()) {
    const mark = index + 1;
    const branch = fill(commit.on ?? 'main', now);
    if (commit.from) changes.set(branch, new Map());
    const parent = tips.get(commit.from ?? branch);
    const merged = commit.merge === undefined ? undefined : tips.get(commit.merge);
    const files = new Map(commit.merge === undefined ? [] : changes.get(commit.merge));
    for (const [name, revision] of Object.entries(commit.files ?? {})) {
      const content = await textOf(name, revision, now);
      files.set(name, content);
      changes.get(branch)?.set(name, content);
    }
    const reverted = commit.reverts === undefined ? undefined : await hashOf(marks.get(commit.reverts) ?? 0);
    const who = `${commit.by.name} <${commit.by.email}> ${secondsAt(commit, now)} +0000`;
    importer.stdin.write(
      [
        `commit refs/heads/${branch}`,
        `mark :${mark}`,
        `author ${who}`,
        `committer ${who}`,
        data(messageOf(commit, reverted)),
        ...(parent === undefined ? [] : [`from :${parent}`]),
        ...(merged === undefined ? [] : [`merge :${merged}`]),
        ...[...files].map(([name, content]) => `M 100644 inline ${name}\n${data(content)}`),
        '',
      ].join('\n'),
    );
    tips.set(branch, mark);
    if (commit.id) marks.set(commit.id, mark);
  }
  importer.stdin.end('done\n');
  const [code] = await exited;
  if (code !== 0) throw new Error(`git fast-import failed: ${await complaints}`);
}

/** @param {string} content */
function data(content) {
  return `data ${Buffer.byteLength(content)}\n${content}`;
}

/**
 * @param {Commit} commit
 * @param {string | undefined} reverted
 */
function messageOf({ subject, body, trailers = [] }, reverted) {
  const revert = reverted && `This reverts commit ${reverted}.`;
  const parts = [subject, revert, body, trailers.join('\n')];
  return parts.filter(Boolean).join('\n\n') + '\n';
}

/**
 * @param {string} name
 * @param {Revision} revision
 * @param {Date} now
 */
async function textOf(name, { blocks, edits }, now) {
  const content = (await readFile(path.join(filesDir, name), 'utf8')).replaceAll('\r\n', '\n');
  const parts = content.trimEnd().split(/\n\n(?=[^\s)}])/);
  let result = parts.slice(0, blocks).join('\n\n') + '\n';
  for (const [from, to] of edits) {
    const before = result;
    result = before.replace(from, to);
    if (result === before) throw new Error(`An edit of ${name} finds nothing: ${from}`);
  }
  return fill(result, now);
}

/**
 * Fills in dates: `{{-3d}}` is a day, `{{-3d 09:15}}` a moment, `{{month+1}}` and `{{quarter+1}}` periods. Quotes
 * around a placeholder (which keep the file valid YAML) are removed.
 * @param {string} template
 * @param {Date} now
 */
function fill(template, now) {
  return template
    .replace(/'(\{\{[^}]*\}\})'/g, '$1')
    .replace(/\{\{([+-]\d+)d( \d\d:\d\d)?\}\}/g, (_, days, time) => {
      const day = dayAt(Number(days), now).toISOString().slice(0, 10);
      return time ? `${day}T${time.trim()}:00Z` : day;
    })
    .replace(/\{\{(month|quarter)\+(\d+)\}\}/g, (_, period, ahead) => {
      const months = Number(ahead) * (period === 'month' ? 1 : 3);
      const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
      const month = at.getUTCMonth();
      const name = period === 'month' ? String(month + 1).padStart(2, '0') : `Q${Math.floor(month / 3) + 1}`;
      return `${at.getUTCFullYear()}-${name}`;
    });
}

/**
 * Midnight UTC, `days` after today.
 * @param {number} days
 * @param {Date} now
 */
function dayAt(days, now) {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days));
}

/**
 * @param {Commit} commit
 * @param {Date} now
 */
function secondsAt({ day, at }, now) {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  return dayAt(-day, now).getTime() / 1000 + (hours * 60 + minutes) * 60;
}

/**
 * @param {string} dir
 * @param {...string} args
 */
async function git(dir, ...args) {
  await promisify(execFile)('git', args, { cwd: dir, env: gitEnvironment(dir) });
}

/**
 * An environment without any configuration but the sample's own: git before 2.32 knows only the home folder.
 * @param {string} dir
 * @returns {NodeJS.ProcessEnv}
 */
function gitEnvironment(dir) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  const home = path.resolve(dir, '.git');
  return {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    HOME: home,
    XDG_CONFIG_HOME: home,
  };
}
