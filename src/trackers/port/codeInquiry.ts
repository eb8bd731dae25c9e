import type { CodeTie } from '../../core/goal/codeLink';
import type { Goal } from '../../core/goal/goal';

/** Something that a tracker can be asked about code. */
export type CodeQuestion =
  | {
      /** What pull requests close, by their numbers in a repository: some 50 in one request. */
      readonly kind: 'pullRequests';
      /** `github.com/acme/shop`, as in `Remote`. */
      readonly repository: string;
      readonly numbers: readonly number[];
    }
  /** Which goal a branch is for, of which nothing else says so. */
  | { readonly kind: 'branch'; readonly name: string }
  /** Which code belongs to a goal: some requests for one goal, and so only for one that is looked at. */
  | { readonly kind: 'goal'; readonly goal: Goal };

/** What a tracker ties to its goals, where it does not say so beside them. */
export interface CodeInquiry {
  /** The questions that it has answers to. */
  readonly answers: readonly CodeQuestion['kind'][];
  /** Every tie of the answer; none where it knows of none. @throws {TrackerError} */
  ask(question: CodeQuestion, signal: AbortSignal): Promise<readonly CodeTie[]>;
}

/** How many pull requests are asked about in one question. */
export const pullRequestsAtOnce = 50;
