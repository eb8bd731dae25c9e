import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { GoalLensError } from '../../../../src/core/errors';
import { HistoryIndex } from '../../../../src/git/history/historyIndex';
import { writeHookState } from '../../../../src/git/hook/hookState';
import { BranchChoicesFile } from '../../../../src/git/links/branchChoicesFile';
import { writeGoalNotes } from '../../../../src/git/retag/goalNotes';
import { rewordCommits } from '../../../../src/git/retag/rewordCommits';
import { undoReword } from '../../../../src/git/retag/undoReword';
import type { Git } from '../../../../src/git/run/git';
import { FaultyGits, gitFaultKinds, type GitFaultKind } from '../../../support/faultyGit';
import { never, pipedGit, RetagFixture } from '../retag/retagFixture';

/** Something that runs git several times, and what must hold however one of the calls ended. */
interface Scenario {
  readonly run: (git: Git, repository: RetagFixture) => Promise<unknown>;
  readonly check: (repository: RetagFixture) => void | Promise<void>;
}

const subjects = ['One', 'Two', 'Three'];
const commitsOf = (repository: RetagFixture): string[] =>
  repository.git('rev-list', 'origin/main..HEAD').trim().split('\n');
const linksOf = ({ root }: RetagFixture): string => join(root, '.git', 'goal-lens', 'links');
const fileOf = (repository: RetagFixture, git: Git = pipedGit): BranchChoicesFile =>
  new BranchChoicesFile(git, repository.root, join(repository.root, '.git'));
const openIndex = (git: Git, repository: RetagFixture): Promise<HistoryIndex> =>
  HistoryIndex.open({
    git,
    root: repository.root,
    folder: join(repository.root, '.git', 'store'),
    rules: { trailer: 'Initiative', projects: new Set(['SHOP']) },
    onDamaged: () => assert.fail('The index is damaged.'),
  });
const reword = (git: Git, repository: RetagFixture, key: string) =>
  rewordCommits(
    git,
    repository.root,
    { shas: commitsOf(repository), trailer: 'Initiative', keys: [key] },
    never,
  );
const hookState = (key: string) => ({
  trailer: 'Initiative',
  projects: ['SHOP'],
  tags: new Map([['feature', [key, 'SHOP-8']]]),
});

/** Every commit is there with its text, its files and its note, and all of them have the same tag. */
function checkCommits(repository: RetagFixture): void {
  assert.deepEqual(
    repository.git('log', '--reverse', '--format=%s', 'origin/main..HEAD').trim().split('\n'),
    subjects,
  );
  const tags = repository.git('log', '--format=%(trailers:key=Initiative)', 'origin/main..HEAD');
  assert.equal(new Set(tags.split('\n').filter(Boolean)).size <= 1, true, tags);
  assert.equal(repository.git('status', '--porcelain'), '');
  const kept = [
    'HEAD',
    ...repository.git('for-each-ref', '--format=%(refname)', 'refs/goal-lens').split('\n'),
  ];
  const notes = kept
    .filter(Boolean)
    .map((tip) => repository.git('log', '--format=%N', `origin/main..${tip}`));
  assert.ok(notes.some((note) => note.includes('A note of the person')));
  repository.assertSound();
}

const scenarios: Readonly<Record<string, Scenario>> = {
  'rewording, and undoing it': {
    run: async (git, repository) => {
      const reworded = await reword(git, repository, 'SHOP-2');
      await undoReword(git, repository.root, reworded?.backupRef ?? '', never);
    },
    check: async (repository) => {
      checkCommits(repository);
      // Whatever has happened, it can be done again and undone.
      const again = await reword(pipedGit, repository, 'SHOP-3');
      checkCommits(repository);
      assert.equal(await undoReword(pipedGit, repository.root, again?.backupRef ?? '', never), again?.before);
      checkCommits(repository);
    },
  },
  'goal notes': {
    run: (git, repository) => {
      const shas = commitsOf(repository);
      return writeGoalNotes(git, repository.root, { shas, trailer: 'Initiative', keys: ['SHOP-2'] }, never);
    },
    check: async (repository) => {
      const notes = (): string[] =>
        commitsOf(repository).map((sha) =>
          repository.git('log', '-1', '--notes=goals', '--format=%N', sha).trim(),
        );
      const before = notes();
      const tagged = before.filter((note) => note.includes('SHOP-2')).length;
      assert.ok(tagged === 0 || tagged === subjects.length, before.join());
      assert.match(before[1] ?? '', /^Asked for by Priya/);
      const shas = commitsOf(repository);
      await writeGoalNotes(
        pipedGit,
        repository.root,
        { shas, trailer: 'Initiative', keys: ['SHOP-4'] },
        never,
      );
      assert.ok(notes().every((note) => /^Initiative: SHOP-4$/m.test(note)));
      assert.match(notes()[1] ?? '', /^Asked for by Priya/);
      repository.assertSound();
    },
  },
  'links of a branch': {
    run: async (git, repository) => {
      await fileOf(repository, git).link('feature', 'SHOP-2');
      await fileOf(repository, git).reject('feature', 'SHOP-3');
    },
    check: async (repository) => {
      const file = fileOf(repository);
      await file.load();
      const { linked, rejected } = file.get('feature');
      assert.deepEqual(linked.slice(0, 1), ['SHOP-1']);
      assert.ok(['SHOP-1', 'SHOP-1 SHOP-2'].includes(linked.join(' ')), linked.join(' '));
      assert.ok(['', 'SHOP-3'].includes(rejected.join(' ')), rejected.join(' '));
      await file.link('feature', 'SHOP-2');
      await file.reject('feature', 'SHOP-3');
      assert.deepEqual(file.get('feature'), { linked: ['SHOP-1', 'SHOP-2'], rejected: ['SHOP-3'] });
    },
  },
  'the state of the hook': {
    run: (git, repository) => writeHookState(git, linksOf(repository), hookState('SHOP-2')),
    check: async (repository) => {
      const tags = (): string[] =>
        repository
          .git('config', '--file', linksOf(repository), '--get-all', 'branch.feature.tag')
          .trim()
          .split('\n');
      assert.ok(
        tags().every((tag) => ['SHOP-1', 'SHOP-2', 'SHOP-8'].includes(tag)),
        tags().join(),
      );
      await writeHookState(pipedGit, linksOf(repository), hookState('SHOP-5'));
      assert.deepEqual(tags(), ['SHOP-5', 'SHOP-8']);
      const file = fileOf(repository);
      await file.load();
      assert.deepEqual(file.get('feature').linked, ['SHOP-1']);
    },
  },
  'the history index': {
    run: async (git, repository) => {
      await (await openIndex(git, repository)).update();
    },
    check: async (repository) => {
      const keys = new Set(['SHOP-1']);
      const index = await openIndex(pipedGit, repository);
      await index.update();
      assert.equal(index.commitsOf(keys).length, subjects.length);
      assert.equal(index.filesOf(keys).length, subjects.length);
      rmSync(join(repository.root, '.git', 'store'), { recursive: true });
    },
  },
};

describe('Where the nth call of git fails', function () {
  this.timeout(120_000);
  let repository: RetagFixture;
  let gits: FaultyGits;

  before(() => {
    gits = new FaultyGits();
  });
  after(() => gits.remove());
  beforeEach(async () => {
    repository = new RetagFixture();
    repository.add('Start');
    repository.publish();
    repository.git('switch', '--quiet', '--create', 'feature');
    for (const subject of subjects) repository.add(`${subject}\n\nInitiative: SHOP-1\n`);
    repository.git('notes', 'add', '-m', 'A note of the person', 'HEAD~2');
    repository.git('notes', '--ref=goals', 'add', '-m', 'Asked for by Priya', 'HEAD~1');
    await fileOf(repository).link('feature', 'SHOP-1');
    await writeHookState(pipedGit, linksOf(repository), hookState('SHOP-1'));
  });
  afterEach(() => repository.remove());

  for (const [name, { run, check }] of Object.entries(scenarios)) {
    it(`${name}: nothing is lost, and a person is told in a sentence`, async () => {
      let faults = 0;
      for (let nth = 1; ; nth += 1) {
        // Each call has its turn, and each kind of fault; which ones meet is another matter for each scenario.
        const kind = gitFaultKinds[(nth + name.length) % gitFaultKinds.length] ?? 'fails';
        const { hadFault, error } = await gits.run(nth, kind, (git) => run(git, repository));
        if (error !== undefined) {
          faults += 1;
          assertSentence(error, kind);
        }
        await check(repository);
        if (!hadFault) break;
      }
      assert.ok(faults >= 2, `${faults} faults were told`);
    });
  }
});

/** One sentence, made for a person, and not that of another fault. */
function assertSentence(error: unknown, kind: GitFaultKind): void {
  assert.ok(error instanceof GoalLensError, String(error));
  assert.match(error.message, /^[A-Z“/]/);
  const own: Readonly<Record<GitFaultKind, RegExp>> = {
    fails: /injected fault|has moved meanwhile|no such backup/,
    locked: /some\.lock|Another git command is at work|no such backup/,
    hangs:
      /: Git did not answer within \d+ seconds and was stopped\. Run “git status” to see whether it hangs\.$/,
    // What it did before its end is seen by those that look.
    dies: /: Git failed with exit code -1 and does not say why\.$|meanwhile/,
    missing: /: Git is not available\. Install git, then reload the window\.$/,
  };
  assert.match(`${kind}: ${error.message}`, own[kind]);
}
