/** What a check looks for in a branch's commits. */
export const checkRules = [
  'unknown-goal',
  'dropped-goal',
  'malformed-trailer',
  'no-goal',
  'closed-goal',
  'lost-on-squash',
  'path-mismatch',
] as const;
/** One rule. */
export type CheckRule = (typeof checkRules)[number];

/** How severe a finding is; a rule that is `off` is skipped. */
export const severities = ['error', 'warning', 'off'] as const;
/** One of these severities. */
export type Severity = (typeof severities)[number];

/** The default severity of each rule. */
export const defaultSeverities: Readonly<Record<CheckRule, Severity>> = {
  'unknown-goal': 'error',
  'dropped-goal': 'error',
  'malformed-trailer': 'error',
  'no-goal': 'warning',
  'closed-goal': 'warning',
  'lost-on-squash': 'warning',
  'path-mismatch': 'off',
};
