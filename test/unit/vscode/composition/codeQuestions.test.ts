import assert from 'node:assert/strict';
import { Emitter } from '../../../../src/core/event';
import { noChoices } from '../../../../src/core/links/branchLinks';
import { offersOfBranch } from '../../../../src/core/links/branchOffers';
import { goalsOfBranch } from '../../../../src/core/links/codeGoals';
import type { HistoryIndex } from '../../../../src/git/history/historyIndex';
import type { CodeQuestion } from '../../../../src/trackers/port/codeInquiry';
import { CodeQuestions } from '../../../../src/vscode/composition/codeQuestions';
import type { BranchContext } from '../../../../src/vscode/context/branchGoals';
import type { CodeContext } from '../../../../src/vscode/context/goalContext';
import type { GitRepository } from '../../../../src/vscode/sources/git/gitExtension';
import { worldNamed } from '../../../support/references/worlds';

const github = worldNamed('github');
const repository = { rootUri: { fsPath: '/shop' } } as unknown as GitRepository;
const head = '0123456789012345678901234567890123456789';

function branch(name: string, facts: Partial<BranchContext> = {}): BranchContext {
  const { catalog, home, references } = github;
  const served = goalsOfBranch(name, noChoices, { catalog, home });
  const offers = offersOfBranch(name, noChoices, references);
  return { repository, name, head, choices: noChoices, served, offers, wanted: [], ...facts };
}

describe('what trackers are asked of the code at hand', () => {
  let changed: Emitter<CodeContext>;
  let read: Emitter<{ root: string; index: HistoryIndex }>;
  let current: CodeContext;
  let asked: string[];
  let wanted: string[];
  let faults: unknown[];
  let terms: readonly string[];
  let questions: CodeQuestions;
  let fault: Error | undefined;

  const worded = (question: CodeQuestion): string => {
    if (question.kind === 'goal') return `goal ${question.goal.key}`;
    if (question.kind === 'branch') return `branch ${question.name}`;
    return `pull requests ${question.numbers.join(', ')} of ${question.repository}`;
  };

  beforeEach(() => {
    changed = new Emitter();
    read = new Emitter();
    current = { isReady: true };
    [asked, wanted, faults, terms, fault] = [[], [], [], [], undefined];
    questions = new CodeQuestions({
      connections: {
        want: (keys) => {
          wanted.push(...keys);
          return Promise.resolve();
        },
        askCode: (all) => {
          asked.push(...all.map(worded));
          return fault ? Promise.reject(fault) : Promise.resolve();
        },
      },
      context: {
        get current() {
          return current;
        },
        onDidChange: changed.event,
      },
      references: { in: () => github.references },
      history: {
        terms: (root, at, path) => (root === '/shop' && at === head && path === 'cart.ts' ? [...terms] : []),
      },
      histories: { onDidRead: read.event },
      log: { error: (_message: unknown, error: unknown) => void faults.push(error) },
    });
  });
  afterEach(() => questions.dispose());

  const show = (context: Omit<CodeContext, 'isReady'>): void => {
    current = { isReady: true, ...context };
    changed.fire(current);
  };

  it('is which code belongs to the goals that the branch shows', () => {
    show({ branch: branch('issue/142') });
    assert.deepEqual(asked, ['goal SHOP-142']);
  });

  it('is which goal a branch is for, only where nothing else says so', () => {
    show({ branch: branch('retry-payments') });
    assert.deepEqual(asked, ['branch retry-payments']);
    show({ branch: branch('main') });
    show({ branch: branch('213-signing') });
    show({ branch: branch('gh-20000', { wanted: ['SHOP-20000'] }) });
    show({ branch: branch('retries', { choices: { linked: [], rejected: ['SHOP-1'] } }) });
    assert.deepEqual(asked, ['branch retry-payments']);
    assert.deepEqual(wanted, ['SHOP-20000']);
  });

  it('is what the pull requests close by which the commits of the open file landed', () => {
    terms = ['!20001', '#142', '#20002'];
    const file = { path: 'cart.ts' } as CodeContext['file'];
    show({ branch: branch('issue/142'), ...(file && { file }) });
    assert.deepEqual(asked, ['goal SHOP-142', 'pull requests 20001 of github.com/acme/shop']);
    assert.deepEqual(wanted, ['SHOP-20002']);
  });

  it('is the same of the whole history, once that of the repository at hand is read', () => {
    const index = { terms: () => ['!20001'] } as unknown as HistoryIndex;
    read.fire({ root: '/shop', index });
    assert.deepEqual(asked, []);
    current = { isReady: true, branch: branch('main') };
    read.fire({ root: '/elsewhere', index });
    assert.deepEqual(asked, []);
    read.fire({ root: '/shop', index });
    assert.deepEqual(asked, ['pull requests 20001 of github.com/acme/shop']);
  });

  it('is nothing before the branch is read, and after the end', () => {
    changed.fire({ isReady: false, branch: branch('issue/142') });
    assert.deepEqual(asked, []);
    questions.dispose();
    show({ branch: branch('issue/142') });
    assert.deepEqual(asked, []);
  });

  it('fails into the log', async () => {
    fault = new Error('no');
    show({ branch: branch('issue/142') });
    await new Promise(setImmediate);
    assert.deepEqual(faults, [fault]);
  });
});
