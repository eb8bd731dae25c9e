// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { generate } from 'selfsigned';

/**
 * An empty folder, without even a git repository.
 * @param {string} dir
 */
export async function makeEmptyFolder(dir) {
  const folder = join(dir, 'plain');
  await mkdir(folder);
  return { folder };
}

/**
 * A workspace of five roots: two repositories with goals of their own, the first with a submodule; a worktree of the
 * first; a repository without a commit; and one with a detached HEAD.
 * @param {string} dir
 */
export async function makeSeveralRoots(dir) {
  const names = ['web', 'api', 'web-worktree', 'fresh', 'detached'];
  const [web = '', api = '', worktree = '', fresh = '', detached = ''] = names.map((name) => join(dir, name));
  await makeRepository(web, 'feature/WEB-1-start', { project: 'WEB', title: 'Pages that load at once' });
  await makeRepository(api, 'feature/API-1-start', { project: 'API', title: 'An API that never times out' });
  git(web, 'worktree', 'add', '--quiet', '-b', 'fix/WEB-2-worktree', worktree);
  await mkdir(fresh);
  git(fresh, 'init', '--quiet', '--initial-branch=feature/WEB-2-first');
  await makeRepository(detached, 'main');
  git(detached, 'checkout', '--quiet', '--detach');
  const kit = join(dir, 'kit');
  await makeRepository(kit, 'feature/KIT-2-measure', { project: 'KIT', title: 'One kit for every page' });
  git(web, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', kit, 'vendor/kit');
  git(web, 'commit', '--quiet', '-m', 'Add the kit');
  const workspace = join(dir, 'several.code-workspace');
  await writeFile(workspace, JSON.stringify({ folders: names.map((path) => ({ path })) }));
  return { workspace };
}

/**
 * A workspace of two repositories without goals of their own, for goals that come from trackers.
 * @param {string} dir
 */
export async function makeTrackedRoots(dir) {
  await makeRepository(join(dir, 'web'), 'feature/SHOP-142-start');
  await makeRepository(join(dir, 'api'), 'main');
  const workspace = join(dir, 'tracked.code-workspace');
  await writeFile(workspace, JSON.stringify({ folders: [{ path: 'web' }, { path: 'api' }] }));
  return { workspace, env: await makeCertificate(join(dir, 'certificate')) };
}

/**
 * Creates a self-signed certificate for this machine and for tracker.invalid, and an environment whose system store
 * contains it: Node.js itself does not look there.
 * @param {string} dir
 */
async function makeCertificate(dir) {
  const altNames = [
    { type: /** @type {const} */ (2), value: 'tracker.invalid' },
    { type: /** @type {const} */ (7), ip: '127.0.0.1' },
  ];
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'tracker.invalid' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  await write(dir, 'cert.pem', cert);
  await write(dir, 'key.pem', key);
  return { SSL_CERT_FILE: join(dir, 'cert.pem'), GOAL_LENS_CERTIFICATE: dir };
}

/**
 * Creates a repository of one commit. With goals, the commit is for the second of them.
 * @param {string} root
 * @param {string} branch
 * @param {{ project: string, title: string }} [goals]
 */
async function makeRepository(root, branch, goals) {
  await mkdir(root);
  git(root, 'init', '--quiet', '--initial-branch', branch);
  git(root, 'config', 'user.name', 'Ana Ruiz');
  git(root, 'config', 'user.email', 'ana@shop.example');
  git(root, 'config', 'commit.gpgsign', 'false');
  await write(root, 'src/start.ts', 'export const start = 1;\n');
  if (goals) await write(root, '.goals/goals.yaml', goalsYaml(goals));
  git(root, 'add', '.');
  git(root, 'commit', '--quiet', '-m', goals ? `${goals.project}-2: start` : 'Start');
}

/** @param {{ project: string, title: string }} goals */
function goalsYaml({ project, title }) {
  return `goals:
  - { key: ${project}-1, title: ${title}, level: initiative, priority: 1 }
  - { key: ${project}-2, title: Measure first, level: item, parent: ${project}-1 }
  - { key: SHARED-1, title: Shared as ${project} sees it, level: initiative, priority: 2 }
`;
}

/**
 * @param {string} root
 * @param {string} path
 * @param {string} text
 */
async function write(root, path, text) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

/**
 * @param {string} cwd
 * @param {string[]} args
 */
function git(cwd, ...args) {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
}
