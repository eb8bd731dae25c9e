import type { CodeTie } from '../../core/goal/codeLink';
import type { Connection } from '../connection/connection';
import type { RateLimit } from '../http/dialect';
import type { RawAnswer, TransferRequest } from '../http/transfer';
import type { CodeQuestion } from '../port/codeInquiry';
import type { ConnectionReport, Followable, TrackerField, TrackerPage } from '../port/tracker';

/** What the thread starts with. */
export interface ThreadStart {
  /** The translated texts, as `@vscode/l10n` takes them. */
  readonly messages?: Readonly<Record<string, string>>;
}

/** What is known of a tracker before it is asked. */
export interface TrackerTraits {
  readonly overlapMs: number;
  readonly reportsDeletions: boolean;
  readonly listsIds: boolean;
  /** The questions about code that it answers; undefined if it is asked none. */
  readonly codeAnswers?: readonly CodeQuestion['kind'][];
}

/** What the thread does for the host; a connection goes by the number that the host gave it. */
export interface ThreadCalls {
  connect: (asked: { readonly at: number; readonly connection: Connection }) => Promise<TrackerTraits>;
  disconnect: (asked: { readonly at: number }) => void;
  check: (asked: { readonly at: number }, signal: AbortSignal) => Promise<ConnectionReport>;
  /** The next page of a list, which begins with the first call for its number; undefined at its end. */
  nextPage: (asked: ListPlace) => Promise<TrackerPage | undefined>;
  nextIds: (asked: ListPlace) => Promise<readonly string[] | undefined>;
  /** Stops what is being read of a list. */
  leaveList: (asked: { readonly list: number }) => Promise<void>;
  byKeys: (
    asked: { readonly at: number; readonly keys: readonly string[] },
    signal: AbortSignal,
  ) => Promise<TrackerPage>;
  followables: (asked: { readonly at: number }, signal: AbortSignal) => Promise<readonly Followable[]>;
  fields: (asked: { readonly at: number }, signal: AbortSignal) => Promise<readonly TrackerField[]>;
  askCode: (
    asked: { readonly at: number; readonly question: CodeQuestion },
    signal: AbortSignal,
  ) => Promise<readonly CodeTie[]>;
  /** Answers at once, unless an answer of a tracker keeps the thread busy. */
  ping: (asked: undefined) => void;
}

/** A list that is being read. */
export interface ListPlace {
  readonly at: number;
  readonly list: number;
  /** As for `Tracker.listChanged`. */
  readonly since?: number;
}

/** What the host does for the thread, which has neither the network nor tokens. */
export interface HostCalls {
  transfer: (
    asked: { readonly address: string; readonly request: TransferRequest },
    signal: AbortSignal,
  ) => Promise<RawAnswer>;
  token: (asked: { readonly at: number }) => Promise<string | undefined>;
  log: (asked: { readonly at: number; readonly line: string }) => void;
  rateLimit: (asked: { readonly at: number; readonly limit: RateLimit }) => void;
}
