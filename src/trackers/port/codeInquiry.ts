import type { CodeTie } from '../../core/goal/codeLink';
import type { Goal } from '../../core/goal/goal';

/** A question about code that a tracker can be asked. */
export type CodeQuestion =
  | {
      /** What pull requests close, by their numbers in a repository; about 50 in one request. */
      readonly kind: 'pullRequests';
      /** `github.com/acme/shop`, as in `Remote`. */
      readonly repository: string;
      readonly numbers: readonly number[];
    }
  /** Which goal a branch is for, if nothing else says so. */
  | { readonly kind: 'branch'; readonly name: string }
  /**
   * Which code belongs to a goal; this takes some requests, and so is asked only for a goal that is being looked at.
   */
  | { readonly kind: 'goal'; readonly goal: Goal };

/** Asks what a tracker ties to its goals but does not deliver with them. */
export interface CodeInquiry {
  /** The kinds of questions that it answers. */
  readonly answers: readonly CodeQuestion['kind'][];
  /** Every tie in the answer; none if it knows of none. @throws {TrackerError} */
  ask(question: CodeQuestion, signal: AbortSignal): Promise<readonly CodeTie[]>;
}

/** How many pull requests are asked about in one question. */
export const pullRequestsAtOnce = 50;
