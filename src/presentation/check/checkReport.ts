import * as l10n from '@vscode/l10n';
import { counted } from '../../core/counted';
import { createHash } from 'node:crypto';
import type { CheckFinding, CheckResult } from '../../core/check/checkCommits';
import { oneLine } from '../oneLine';

/** A finding in words. */
export interface CheckLine {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** The commit's full hash; null if it concerns all commits together. */
  readonly commit: string | null;
  readonly subject: string | null;
  readonly reference: string | null;
  /** The fact and the next step. */
  readonly text: string;
  /** The first file that the commit touches. */
  readonly path: string | null;
  /** Stays the same for the same finding in the next run. */
  readonly fingerprint: string;
}

/** The result of a check as every format states it, and as `--format json` prints it. */
export interface CheckReport {
  readonly schema: 'goal-lens/check-v1';
  readonly base: string;
  readonly head: string;
  readonly checked: number;
  readonly exempt: CheckResult['exempt'];
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly CheckLine[];
  /** Commits that declare that they serve no goal. */
  readonly declared: readonly {
    readonly commit: string;
    readonly subject: string;
    readonly reason: string;
  }[];
  /** Whether keys were compared with goals. */
  readonly isVerified: boolean;
}

/** States what a check found. */
export function checkReport(
  result: CheckResult & { readonly base: string; readonly head: string },
  trailer: string,
): CheckReport {
  const { base, head, checked, exempt, declared, isVerified } = result;
  const findings = result.findings.map((each) => lineOf(each, trailer));
  const count = (severity: string): number => findings.filter((each) => each.severity === severity).length;
  return {
    schema: 'goal-lens/check-v1',
    base,
    head,
    checked,
    exempt,
    errors: count('error'),
    warnings: count('warning'),
    findings,
    declared: declared.map(({ commit, reason }) => ({
      commit: commit.sha,
      subject: oneLine(commit.subject),
      reason: oneLine(reason),
    })),
    isVerified,
  };
}

/** The result in one sentence. */
export function checkSummary({ checked, errors, warnings, isVerified }: CheckReport): string {
  const commits = counted(checked, {
    one: l10n.t('{0} commit', checked),
    other: l10n.t('{0} commits', checked),
  });
  const found =
    errors + warnings === 0
      ? l10n.t('Nothing found in {0}.', commits)
      : l10n.t(
          '{0} and {1} in {2}.',
          counted(errors, { one: l10n.t('{0} error', errors), other: l10n.t('{0} errors', errors) }),
          counted(warnings, {
            one: l10n.t('{0} warning', warnings),
            other: l10n.t('{0} warnings', warnings),
          }),
          commits,
        );
  return isVerified ? found : `${found} ${l10n.t('No goals are known here: keys are not verified.')}`;
}

function lineOf(finding: CheckFinding, trailer: string): CheckLine {
  const { rule, severity, commit, key } = finding;
  const subject = commit ? oneLine(commit.subject) : null;
  const path = commit?.paths[0];
  return {
    rule,
    severity,
    subject,
    commit: commit?.sha ?? null,
    reference: key === undefined ? null : oneLine(key),
    text: oneLine(textOf(finding, trailer)),
    path: path === undefined ? null : oneLine(path),
    fingerprint: createHash('sha256')
      .update([rule, key ?? '', subject ?? ''].join('\n'))
      .digest('hex'),
  };
}

function unknownText(key: string, brokenIn: string | undefined): string {
  return brokenIn === undefined
    ? l10n.t('{0} is no goal that is known here. Correct the key, or add the goal.', key)
    : l10n.t('The entry of {0} in {1} has an error. Mend it.', key, brokenIn);
}

function textOf(
  { rule, key = '', goal, fault, brokenIn, mapped = [] }: CheckFinding,
  trailer: string,
): string {
  const name = goal ? `${goal.key} ${goal.title}` : key;
  switch (rule) {
    case 'unknown-goal':
      return unknownText(key, brokenIn);
    case 'dropped-goal':
      return l10n.t('{0} is dropped. Link the work to another goal, or reopen this one.', name);
    case 'closed-goal':
      return l10n.t('{0} is done. Link the work to another goal, or reopen this one.', name);
    case 'malformed-trailer':
      return fault?.kind === 'stranded'
        ? l10n.t(
            '“{0}” stands amid other text and is not read. Put it in a paragraph of its own at the end.',
            fault.line,
          )
        : l10n.t('“{0}” names no goal. Write a key, or “none (reason)”.', fault?.line ?? '');
    case 'no-goal':
      return l10n.t('The commit names no goal. Add “{0}: KEY”, or “{0}: none (reason)”.', trailer);
    case 'lost-on-squash':
      return l10n.t(
        'A squash would lose {0}: add “{1}: {0}” to the description of the pull request.',
        key,
        trailer,
      );
    case 'path-mismatch':
      return l10n.t(
        'The files of the commit serve {0} by .goals/paths, and the commit names other goals.',
        mapped.join(', '),
      );
  }
}
