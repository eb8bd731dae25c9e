import type { TrackerState } from '../../core/tracker/trackerState';
import type { ReportSheet } from '../../reportPage/contract/reportSheet';
import type { ReportFile } from '../../teamFiles/reportFile/reportFile';
import type { AskedReport } from '../askedReport';
import type { ReportFormat } from '../reportFormats';

/** A repository of a report, as the editor knows it. */
export interface ThreadRepository {
  /** The top of the work tree. */
  readonly root: string;
  /** The same as a URI, as the goals of its file name it. */
  readonly folder: string;
  /** How commits name goals there. */
  readonly trailer: string;
  readonly referenceTrailers: readonly string[];
}

/** A report that the thread makes. */
export interface ThreadRequest {
  readonly repositories: readonly ThreadRepository[];
  readonly asked: AskedReport;
  /** What the team says of its report. */
  readonly team: ReportFile;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly language: string;
}

/** A commit behind a figure. */
export interface CommitBehind {
  readonly repository: number;
  readonly sha: string;
  readonly subject: string;
  /** An ISO date. */
  readonly landed: string;
}

/** The commits behind a figure, the newest first, and how many there are. */
export interface CommitsBehind {
  readonly title: string;
  readonly commits: readonly CommitBehind[];
  readonly count: number;
}

/** What a thread is started with. */
export interface ThreadStart {
  readonly gitPath: string;
  /** The translated texts, as `@vscode/l10n` takes them. */
  readonly messages?: Readonly<Record<string, string>>;
}

/** What the thread is asked; each question has a number, which its answers bear. */
export type ThreadQuestion =
  | { readonly kind: 'goals'; readonly trackers: readonly TrackerState[] }
  | { readonly kind: 'report'; readonly request: ThreadRequest }
  | { readonly kind: 'commits'; readonly drill: string }
  | { readonly kind: 'write'; readonly format: ReportFormat | 'sentences' };

/** To the thread. */
export type ToThread =
  | { readonly type: 'ask'; readonly id: number; readonly question: ThreadQuestion }
  | { readonly type: 'cancel'; readonly id: number };

/** How far a report is. */
export interface ThreadProgress {
  readonly text: string;
  /** 0 to 1, where that is known. */
  readonly done?: number;
}

/** From the thread. */
export type FromThread =
  | { readonly type: 'progress'; readonly id: number; readonly progress: ThreadProgress }
  | { readonly type: 'stage'; readonly id: number; readonly sheet: ReportSheet }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  /** `text` is a sentence for a person; without it the failure is a bug of ours. */
  | { readonly type: 'failed'; readonly id: number; readonly text?: string; readonly detail: string };
