import type { TrackerState } from '../../core/tracker/trackerState';
import type { ReportSheet } from '../../reportPage/contract/reportSheet';
import type { ReportFile } from '../../teamFiles/reportFile/reportFile';
import type { AskedReport } from '../askedReport';
import type { ReportFormat } from '../reportFormats';

/** A repository of a report, as the editor knows it. */
export interface ThreadRepository {
  /** The top of the work tree. */
  readonly root: string;
  /** The same as a URI, which the goals of its file refer to. */
  readonly folder: string;
  /** The token of the trailer that names goals in its commits. */
  readonly trailer: string;
  readonly referenceTrailers: readonly string[];
}

/** A request for a report. */
export interface ThreadRequest {
  readonly repositories: readonly ThreadRepository[];
  readonly asked: AskedReport;
  /** The team's settings for its report. */
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

/** The commits behind a figure, newest first, and their number. */
export interface CommitsBehind {
  readonly title: string;
  readonly commits: readonly CommitBehind[];
  readonly count: number;
}

/** The worker data that the thread starts with. */
export interface ThreadStart {
  readonly gitPath: string;
  /** The translated texts, as `@vscode/l10n` takes them. */
  readonly messages?: Readonly<Record<string, string>>;
}

/** A request to the thread; its number returns in every answer. */
export type ThreadQuestion =
  | { readonly kind: 'goals'; readonly trackers: readonly TrackerState[] }
  | { readonly kind: 'report'; readonly request: ThreadRequest }
  | { readonly kind: 'commits'; readonly drill: string }
  | { readonly kind: 'write'; readonly format: ReportFormat | 'sentences' };

/** A message to the thread. */
export type ToThread =
  | { readonly type: 'ask'; readonly id: number; readonly question: ThreadQuestion }
  | { readonly type: 'cancel'; readonly id: number };

/** The progress of a report. */
export interface ThreadProgress {
  readonly text: string;
  /** 0 to 1, if known. */
  readonly done?: number;
}

/** Listens while a report is made. */
export interface MakingListener<P = ThreadProgress> {
  readonly onProgress: (progress: P) => void;
  /** Called with what is known before everything is read. */
  readonly onStage: (sheet: ReportSheet) => void;
}

/** A message from the thread. */
export type FromThread =
  | { readonly type: 'progress'; readonly id: number; readonly progress: ThreadProgress }
  | { readonly type: 'stage'; readonly id: number; readonly sheet: ReportSheet }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  /** `text` is a sentence for a person; if it is missing, the failure is a bug. */
  | { readonly type: 'failed'; readonly id: number; readonly text?: string; readonly detail: string };
