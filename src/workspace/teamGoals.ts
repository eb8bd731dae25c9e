import * as l10n from '@vscode/l10n';
import type { TrackerState } from '../core/tracker/trackerState';
import { fileAt } from '../git/run/fileAt';
import type { Git } from '../git/run/git';
import { goalsFileBytes } from '../teamFiles/goalsFile/goalsFileBytes';
import type { GoalsFileParser } from '../teamFiles/goalsFile/goalsFileParser';
import { failedGoalsFile, goalsFileState, goalsFileTracker } from '../teamFiles/goalsFile/goalsFileState';
import { goalsFilePath, reportFilePath } from '../teamFiles/places';
import type { ReportFile, ReportFileFault } from '../teamFiles/reportFile/reportFile';
import { readTeamFile, type TeamFile } from './teamFile';

const reportFileBytes = 256 * 1024;

/**
 * The goals file of a folder; undefined if it has none.
 *
 * @param folder the folder's URI, which names the tracker
 */
export async function readGoalsFile(
  root: string,
  folder: string,
  parser: GoalsFileParser,
): Promise<TrackerState | undefined> {
  const tracker = goalsFileTracker(folder);
  const read = await readTeamFile(root, goalsFilePath, goalsFileBytes);
  if (read.kind === 'missing') return undefined;
  if (read.kind !== 'read') return failedGoalsFile(tracker, faultText(read));
  const result = await parser.parse(read.bytes.toString('utf8'), tracker.id);
  return goalsFileState(tracker, result, Date.now());
}

/** What a folder says about its report and its checks; nothing if it has no such file. */
export async function readReportFile(root: string): Promise<ReportFile | ReportFileFault> {
  const read = await readTeamFile(root, reportFilePath, reportFileBytes);
  if (read.kind === 'missing') return {};
  if (read.kind !== 'read') {
    return {
      message: l10n.t('{0} cannot be read. Put a text file of at most 256 KB there.', reportFilePath),
    };
  }
  return parsedReportFile(read.bytes.toString('utf8'));
}

/**
 * What a commit says about reports and checks; nothing if it has no such file.
 *
 * @param commit a full object name
 * @throws {GitError} and the signal's reason
 */
export async function reportFileOf(
  git: Git,
  root: string,
  commit: string,
  signal?: AbortSignal,
): Promise<ReportFile | ReportFileFault> {
  const text = await fileAt(git, root, commit, reportFilePath, signal);
  return text === undefined ? {} : parsedReportFile(text);
}

async function parsedReportFile(text: string): Promise<ReportFile | ReportFileFault> {
  const { parseReportFile } = await import('../teamFiles/reportFile/reportFile');
  return parseReportFile(text);
}

function faultText(read: Exclude<TeamFile, { kind: 'read' | 'missing' }>): string {
  switch (read.kind) {
    case 'tooLarge':
      return l10n.t(
        'The goals file is {0} MB; at most 2 MB are read. Split it, or move finished goals out.',
        (read.bytes / 1024 / 1024).toFixed(1),
      );
    case 'outside':
      return l10n.t('The goals file is a link that leads out of the folder. Put the file itself there.');
    case 'notAFile':
      return l10n.t('The goals file is not a regular file. Put a text file there.');
    case 'unreadable':
      return l10n.t('The goals file cannot be read: {0}', read.reason);
  }
}
