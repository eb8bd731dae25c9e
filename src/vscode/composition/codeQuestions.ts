import type { Disposable, LogOutputChannel } from 'vscode';
import { Disposables } from '../../core/disposables';
import { isSharedBranch } from '../../core/goal/codeLink';
import { openMentions } from '../../core/links/openMentions';
import type { FileHistory } from '../../git/history/fileHistory';
import type { CodeQuestion } from '../../trackers/port/codeInquiry';
import type { TrackerConnections } from '../../workspace/trackers/trackerConnections';
import type { GitRepository } from '../sources/git/gitExtension';
import type { HistoryIndexes } from '../sources/git/historyIndexes';
import type { BranchContext } from '../context/branchGoals';
import type { CodeContext, GoalContext } from '../context/goalContext';
import type { References } from '../context/references';

/** Where questions come from, and who answers them. */
export interface CodeQuestionSources {
  readonly connections: Pick<TrackerConnections, 'want' | 'askCode'>;
  readonly context: Pick<GoalContext, 'current' | 'onDidChange'>;
  readonly references: Pick<References, 'in'>;
  readonly history: Pick<FileHistory, 'terms'>;
  readonly histories: Pick<HistoryIndexes, 'onDidRead'>;
  readonly log: Pick<LogOutputChannel, 'error'>;
}

/** How many of a branch's goals are on screen; only these are asked about. */
const mostGoals = 3;

/**
 * Asks trackers about goals that the person's code names but no list delivered, and for details that trackers give only
 * on request.
 */
export class CodeQuestions implements Disposable {
  private readonly owned = new Disposables();

  constructor(private readonly from: CodeQuestionSources) {
    const { context, histories } = from;
    this.owned.add(context.onDidChange((now) => this.follow(now)));
    this.owned.add(
      histories.onDidRead(({ root, index }) => {
        const { repository } = context.current.branch ?? {};
        if (repository?.rootUri.fsPath === root) this.askMentioned(repository, index.terms());
      }),
    );
  }

  dispose(): void {
    this.owned.dispose();
  }

  private follow({ branch, file, isReady }: CodeContext): void {
    if (!branch || !isReady) return;
    this.send(branch.wanted, questionsOf(branch));
    const { repository, head } = branch;
    if (!file || head === undefined) return;
    this.askMentioned(repository, this.from.history.terms(repository.rootUri.fsPath, head, file.path));
  }

  private askMentioned(repository: GitRepository, terms: Iterable<string>): void {
    const named = this.from.references.in(repository);
    const { keys, pullRequests: numbers } = openMentions(terms, named);
    const places = numbers.length > 0 ? named.home.remotes : [];
    this.send(
      keys,
      places.map(({ host, path }) => ({ kind: 'pullRequests', repository: `${host}/${path}`, numbers })),
    );
  }

  private send(keys: readonly string[], questions: readonly CodeQuestion[]): void {
    const { connections, log } = this.from;
    const tell = (error: unknown): void => log.error('A tracker was not asked about the code.', error);
    connections.want(keys).catch(tell);
    connections.askCode(questions).catch(tell);
  }
}

/** Asks which goal a branch is for if nothing else says so, otherwise which code belongs to the goals it shows. */
function questionsOf({ name, served, offers, wanted, choices }: BranchContext): CodeQuestion[] {
  const goals = served.goals
    .slice(0, mostGoals)
    .map(({ linked: goal }): CodeQuestion => ({ kind: 'goal', goal }));
  const said = served.unknown.length + offers.length + wanted.length + choices.rejected.length;
  if (name === undefined || isSharedBranch(name) || goals.length + said > 0) return goals;
  return [{ kind: 'branch', name }];
}
