import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { FileHistory } from '../../../../src/git/history/fileHistory';
import { changedFiles } from '../../../../src/git/history/changedFiles';
import { HistoryIndex } from '../../../../src/git/history/historyIndex';
import { planHook } from '../../../../src/git/hook/hookPlan';
import { writeHookState } from '../../../../src/git/hook/hookState';
import { installHook, removeHook } from '../../../../src/git/hook/installHook';
import { BranchChoicesFile } from '../../../../src/git/links/branchChoicesFile';
import { newestBranches } from '../../../../src/git/links/newestBranches';
import { branchCommits } from '../../../../src/git/retag/branchCommits';
import { writeGoalNotes } from '../../../../src/git/retag/goalNotes';
import { rewordCommits } from '../../../../src/git/retag/rewordCommits';
import { undoReword } from '../../../../src/git/retag/undoReword';
import { fileAt } from '../../../../src/git/run/fileAt';
import { periodOf } from '../../../../src/core/report/reportPeriod';
import { landedLines } from '../../../../src/git/landing/landedLines';
import { readLandings } from '../../../../src/git/landing/readLandings';
import { Git } from '../../../../src/git/run/git';
import { placeOf } from '../../../../src/git/run/repositoryPlace';

const git = new Git(() => 'git');
const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };
const never = new AbortController().signal;

/** Something of ours that runs git, in a repository of `GitWorld.make`. */
export interface GitCaller {
  readonly name: string;
  readonly writes: boolean;
  /** What it finds or does: the same wherever the commits are the same. */
  readonly run: (root: string) => Promise<unknown>;
}

/** All that runs git, in the order in which it can be run on one repository. */
export const gitCallers: readonly GitCaller[] = [
  reader('the place of a repository', async (root) => {
    const { gitDir, commonDir } = await placeOf(git, root);
    return [gitDir, commonDir].map((path) => path.slice(root.length));
  }),
  reader('the history index', async (root) => {
    const folder = join(root, '.git', 'store-of-the-test');
    try {
      const index = await HistoryIndex.open({ git, root, folder, rules, scope: 'localBranches' });
      await index.update();
      const keys = new Set(['SHOP-142', 'SHOP-7', 'SHOP-8', 'SHOP-9', 'SHOP-10']);
      return { commits: index.commitsOf(keys), files: index.filesOf(keys), count: index.stats.commits };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }),
  ...['größe.txt', 'a.txt', '*.txt'].map((path) =>
    reader(`the history of ${path}`, async (root) => {
      const head = await git.run(root, ['rev-parse', 'HEAD']);
      const history = new FileHistory(git);
      await history.read(root, head.trim(), path, never);
      return history.peek(root, head.trim(), path, rules);
    }),
  ),
  reader('the files of a commit', (root) => changedFiles(git, root, 'HEAD~1')),
  reader('größe.txt as of a commit', async (root) =>
    fileAt(git, root, (await git.run(root, ['rev-parse', 'HEAD'])).trim(), 'größe.txt'),
  ),
  reader('the lines that landed', async (root) => {
    const tip = (await git.run(root, ['rev-parse', 'HEAD'])).trim();
    const period = periodOf('2026-01-01', '2026-03-31', 'UTC');
    const landings = await readLandings(git, root, { ...rules, tip, period, bots: [], now: Date.now() });
    return (await landedLines(git, root, { tip, landings })) ?? 'not here';
  }),
  reader('the newest branches', (root) => newestBranches(git, root, 10)),
  reader('the commits of the branch', (root) => branchCommits(git, root, rules, never)),
  reader('the plan of the hook', async (root) => (await planHook(git, root)).kind),
  writer('the hook, set up and taken away', async (root) => {
    await installHook(await planHook(git, root));
    const { kind } = await planHook(git, root);
    return [kind, (await removeHook(git, root)).removed.map((path) => path.slice(root.length))];
  }),
  writer('the links of a branch and the state of the hook', async (root) => {
    const file = new BranchChoicesFile(git, root, join(root, '.git'));
    await file.link('feature/größe', 'SHOP-1');
    await file.reject('feature/größe', 'SHOP-2');
    const tags = new Map([['feature/größe', ['SHOP-7']]]);
    await writeHookState(git, file.path, { trailer: 'Goal', projects: ['SHOP'], tags });
    await file.load();
    return [file.get('feature/größe'), file.hasHook];
  }),
  writer('a goal note', async (root) => {
    const shas = [(await git.run(root, ['rev-parse', 'HEAD~1'])).trim()];
    const noted = await writeGoalNotes(git, root, { shas, trailer: 'Goal', keys: ['SHOP-3'] }, never);
    return [noted, await git.run(root, ['notes', '--ref=goals', 'show', shas[0] ?? ''])];
  }),
  writer('commits reworded, with their notes, and back', async (root) => {
    const shas = [(await git.run(root, ['rev-parse', 'HEAD'])).trim()];
    const request = { shas, trailer: 'Initiative', keys: ['SHOP-4'] };
    const reworded = await rewordCommits(git, root, request, never);
    const message = await git.run(root, ['log', '-1', '--format=%B', 'HEAD']);
    const notes = await git.run(root, ['notes', '--ref=goals', 'list', 'HEAD']);
    const undone = await undoReword(git, root, reworded?.backupRef ?? '', never);
    return { commits: [...(reworded?.commits ?? [])], message, isNoted: notes !== '', undone };
  }),
];

function reader(name: string, run: GitCaller['run']): GitCaller {
  return { name, writes: false, run };
}

function writer(name: string, run: GitCaller['run']): GitCaller {
  return { name, writes: true, run };
}
