/** What a check looks for in the commits of a branch. */
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

/** How much a finding weighs; `off` is not looked for. */
export const severities = ['error', 'warning', 'off'] as const;
/** One such weight. */
export type Severity = (typeof severities)[number];

/** How much each rule weighs where a team says nothing else. */
export const defaultSeverities: Readonly<Record<CheckRule, Severity>> = {
  'unknown-goal': 'error',
  'dropped-goal': 'error',
  'malformed-trailer': 'error',
  'no-goal': 'warning',
  'closed-goal': 'warning',
  'lost-on-squash': 'warning',
  'path-mismatch': 'off',
};
