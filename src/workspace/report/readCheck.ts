import { checkCommits, type CheckResult } from '../../core/check/checkCommits';
import type { CheckRule, Severity } from '../../core/check/checkRules';
import { readChangeRange } from '../../git/landing/changeRange';
import type { ReportPlace } from './reportRequest';

/** What to check. */
export interface CheckRequest {
  /** The revision that the commits are measured against. */
  readonly base: string;
  readonly head: string;
  /** Names and addresses of bots, besides those that contain `[bot]`. */
  readonly bots: readonly string[];
  /** The text of the pull request, if the commits are squashed into it. */
  readonly message: string | undefined;
  readonly severities: Readonly<Record<CheckRule, Severity>>;
}

/** What a check found, and between which commits. */
export interface ReadCheck extends CheckResult {
  /** Full object names. */
  readonly base: string;
  readonly head: string;
}

/** Reads the commits of a branch and checks them. @throws {LandingError} {GitError} and the signal's reason */
export async function readCheck(
  { git, root, catalog, references, rules, pathMap }: ReportPlace,
  { base, head, bots, message, severities }: CheckRequest,
  signal?: AbortSignal,
): Promise<ReadCheck> {
  const range = await readChangeRange(git, root, { base, head, bots }, signal);
  const { commits } = range;
  const result = checkCommits({
    commits,
    message,
    catalog,
    home: references.home,
    rules,
    pathMap,
    severities,
  });
  return { ...result, base: range.base, head: range.head };
}
