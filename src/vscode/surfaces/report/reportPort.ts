import { env, l10n, workspace, type Uri } from 'vscode';
import { counted as inWords } from '../../../core/counted';
import { GoalLensError } from '../../../core/errors';
import { changedFiles } from '../../../git/history/changedFiles';
import { bugText, faultText } from '../../../presentation/faultText';
import { dateText } from '../../../presentation/report/figures';
import type { DrillSheet, ReportState } from '../../../reportPage/contract/protocol';
import type { ReportFilters } from '../../../reportPage/filters';
import type { ReportController, ReportPort } from '../../../reportPage/reportController';
import { reportDefaults } from '../../../reporting/askedReport';
import { ReportThreadClient } from '../../../reporting/thread/reportThreadClient';
import type { ReportFile } from '../../../teamFiles/reportFile/reportFile';
import { repositoryNames } from '../../../workspace/report/repositoryNames';
import { readReportFile } from '../../../workspace/teamGoals';
import type { GitRepository } from '../../sources/git/gitExtension';
import { ReportActions } from './reportActions';
import type { ReportConnection } from './reportPages';
import type { ReportSources } from './reportSources';

/** Where a person's filters for the report are kept. */
export const filtersKey = 'goalLens.report.filters';

type Message = NonNullable<ReportState['message']>;

/** Connects a report page to the repositories, the goals and the worker thread that counts. */
export function reportConnection(
  sources: ReportSources,
  threadPath: string,
  page: () => ReportController,
): ReportConnection {
  const { store, repositories, settings, memento, log, git } = sources;
  const thread = new ReportThreadClient(() => ({
    path: threadPath,
    gitPath: repositories.gitPath,
    ...(l10n.bundle && { messages: l10n.bundle }),
  }));
  /** The repositories of the last report, as its commits name them. */
  let counted: readonly GitRepository[] = [];
  const commitAt = (id: string): { repository: GitRepository; sha: string } => {
    const [at = '', sha = ''] = id.split(' ');
    const repository = counted[Number(at)];
    if (!repository || !/^[0-9a-f]{40,64}$/.test(sha))
      throw new Error(`${id} names no commit of the report.`);
    return { repository, sha };
  };
  const actions = new ReportActions(sources, {
    thread,
    page,
    commitAt,
    repositoryNamed: (name) =>
      counted[repositoryNames(counted.map(({ rootUri }) => rootUri.fsPath)).indexOf(name)],
    repositoryOf: (filters) => chosen(repositories.all, filters)[0],
  });
  const port: ReportPort = {
    repositories: () => namesOf(repositories.all),
    usual: async (filters) => {
      const { weeks, level } = await teamOf(chosen(repositories.all, filters));
      return { weeks: weeks ?? reportDefaults.weeks, level: level ?? reportDefaults.level };
    },
    hindrance: () => hindrance(sources),
    make: async (filters, listener, signal) => {
      const some = chosen(repositories.all, filters);
      counted = some;
      const request = {
        repositories: some.map(({ rootUri }) => ({
          root: rootUri.fsPath,
          folder: rootUri.toString(),
          trailer: settings.trailerOf(rootUri),
          referenceTrailers: settings.referenceTrailersOf(rootUri),
        })),
        asked: filters,
        team: await teamOf(some),
        now: Date.now(),
        language: env.language,
      };
      return thread.report(store.catalog.trackers, request, listener, signal);
    },
    commits: async (drill) => {
      const { commits, count, title } = await thread.commits(drill);
      const text =
        count > commits.length
          ? l10n.t('The newest {0} of {1} commits', commits.length, count)
          : inWords(count, { one: l10n.t('{0} commit', count), other: l10n.t('{0} commits', count) });
      return { key: drill, title, text, commits: commits.map(commitRow) };
    },
    files: async (id) => {
      const { repository, sha } = commitAt(id);
      const files = await changedFiles(git, repository.rootUri.fsPath, sha);
      return files.map(({ path, change }) => ({ path, change: changeText(change) }));
    },
    explain: (error) => {
      log.error('The alignment report cannot be made.', error);
      const text = faultText(error, sources.textOptions()) ?? bugText(error);
      return {
        title: l10n.t('The report cannot be made'),
        text,
        buttons: [
          { label: l10n.t('Count again'), action: 'refresh' },
          { label: l10n.t('Show Log'), action: 'showLog' },
        ],
      };
    },
    keep: (filters) => void memento.update(filtersKey, filters).then(undefined, () => undefined),
    act: (action, key, commit) => actions.run(action, key, commit),
    warn: (message) => log.warn(message),
  };
  return { port, dispose: () => thread.dispose() };
}

function hindrance({ store, repositories }: ReportSources): Message | undefined {
  if (!workspace.isTrusted) {
    return {
      title: l10n.t('This folder is not trusted'),
      text: l10n.t(
        'The report reads git, which runs in trusted folders only. Trust the folder, then count again.',
      ),
      buttons: [{ label: l10n.t('Count again'), action: 'refresh' }],
    };
  }
  if (repositories.all.length === 0) {
    return {
      title: l10n.t('There is no git repository here'),
      text: l10n.t('The report counts what landed on a branch. Open a folder that is in a repository.'),
      buttons: [{ label: l10n.t('Count again'), action: 'refresh' }],
    };
  }
  const { trackers } = store.catalog;
  const isWaiting = trackers.some(({ phase }) => phase === 'loading');
  if (trackers.some(({ goals }) => goals.length > 0) || isWaiting) return undefined;
  const fault = trackers.find((each) => each.fault !== undefined)?.fault;
  return {
    title: l10n.t('No goals are known'),
    text:
      fault?.message ??
      l10n.t('Keep goals in a file of the repository, or connect the tracker that has them.'),
    buttons: [
      { label: l10n.t('Connect Tracker'), action: 'connectTracker' },
      { label: l10n.t('Create Goals File'), action: 'createGoalsFile' },
    ],
  };
}

function chosen(all: readonly GitRepository[], { repository }: ReportFilters): readonly GitRepository[] {
  const one = all.filter(({ rootUri }) => rootUri.toString() === repository);
  return one.length > 0 ? one : all;
}

/** The settings of the first repository's team. @throws {GoalLensError} if they are unusable */
async function teamOf([first]: readonly GitRepository[]): Promise<ReportFile> {
  const team = first ? await readReportFile(first.rootUri.fsPath) : {};
  if ('message' in team) throw new GoalLensError(team.message);
  return team;
}

function namesOf(all: readonly GitRepository[]): { id: string; name: string }[] {
  return all.map(({ rootUri }) => ({ id: rootUri.toString(), name: nameOf(rootUri) }));
}

function nameOf({ path }: Uri): string {
  return path.split('/').at(-1) ?? '';
}

function commitRow({
  repository,
  sha,
  subject,
  landed,
}: {
  readonly repository: number;
  readonly sha: string;
  readonly subject: string;
  readonly landed: string;
}): DrillSheet['commits'][number] {
  const facts = `${dateText(landed, env.language)} · ${sha.slice(0, 7)}`;
  return { id: `${repository} ${sha}`, subject: subject || sha.slice(0, 7), facts };
}

function changeText(change: 'added' | 'changed' | 'deleted'): string {
  switch (change) {
    case 'added':
      return l10n.t('added');
    case 'changed':
      return l10n.t('changed');
    case 'deleted':
      return l10n.t('deleted');
  }
}
