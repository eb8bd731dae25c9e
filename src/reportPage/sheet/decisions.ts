import * as l10n from '@vscode/l10n';
import type { Finding, ReportRecord } from '../../presentation/report/reportSchema';
import { shownFindings } from '../../presentation/report/shownFindings';
import type { Decision, ReportSheet, SheetLink } from '../contract/reportSheet';
import { drillKey } from '../drillKey';

/** The rule whose findings appear above everything else, rather than as a decision. */
export const aboveAll = 'not-representative';

/** What needs a decision. */
export function decisions({ findings }: ReportRecord): ReportSheet['decisions'] {
  const shown = shownFindings(findings.filter(({ rule }) => rule !== aboveAll));
  const found = new Set(findings.map(({ rule }) => rule));
  const nothing = [...kinds]
    .filter(([rule, kind]) => !found.has(rule) && kind.isChecked)
    .map(([, { none }]) => none());
  return {
    title: l10n.t('Needs a decision'),
    items: shown.map(decision),
    ...(nothing.length > 0 && { after: l10n.t('Checked, nothing found: {0}.', nothing.join(', ')) }),
  };
}

function decision({ rule, reference, title, rank, text, question }: Omit<Finding, 'severity'>): Decision {
  return {
    kind: kinds.get(rule)?.label() ?? '',
    ...(rank !== null && { rank }),
    title: title ?? reference ?? text,
    reference: title === null ? '' : (reference ?? ''),
    text: reference === null ? '' : text,
    ...(question !== undefined && { question }),
    links: reference === null ? [] : linksTo(reference, rule, title !== null),
  };
}

function linksTo(key: string, rule: string, isKnown: boolean): SheetLink[] {
  const commits = drillKey({ by: isKnown ? 'goal' : 'unknownKey', of: key });
  const hasCommits = kinds.get(rule)?.hasCommits === true;
  return [
    ...(isKnown ? [{ label: l10n.t('Read goal'), action: 'readGoal' as const, key }] : []),
    ...(hasCommits ? [{ label: l10n.t('Show commits'), action: 'showCommits' as const, key: commits }] : []),
  ];
}

interface Kind {
  readonly label: () => string;
  /** How it is listed among what was not found. */
  readonly none: () => string;
  readonly isChecked: boolean;
  readonly hasCommits: boolean;
}

const kind = (
  label: () => string,
  none: () => string,
  { isChecked = true, hasCommits = false } = {},
): Kind => ({
  label,
  none,
  isChecked,
  hasCommits,
});

/** The rules behind the findings, in words. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  [
    'stale-urgent-goal',
    kind(
      () => l10n.t('Urgent, without commits'),
      () => l10n.t('urgent goals without commits'),
    ),
  ],
  [
    'waits-for-lower',
    kind(
      () => l10n.t('Waits for less urgent work'),
      () => l10n.t('urgent goals that wait for less urgent ones'),
    ),
  ],
  [
    'waits-in-circle',
    kind(
      () => l10n.t('Waits in a circle'),
      () => l10n.t('goals that wait for each other'),
    ),
  ],
  [
    'priority-inversion',
    kind(
      () => l10n.t('Less urgent work goes first'),
      () => l10n.t('priority inversions'),
    ),
  ],
  [
    'no-priority',
    kind(
      () => l10n.t('No priority'),
      () => l10n.t('work without a priority'),
      { hasCommits: true },
    ),
  ],
  [
    'closed-goal',
    kind(
      () => l10n.t('Work on a closed goal'),
      () => l10n.t('work on closed goals'),
      { hasCommits: true },
    ),
  ],
  [
    'dropped-goal',
    kind(
      () => l10n.t('Work on a dropped goal'),
      () => l10n.t('work on dropped goals'),
      { hasCommits: true },
    ),
  ],
  [
    'unknown-goal',
    kind(
      () => l10n.t('Unknown goal'),
      () => l10n.t('unknown goals'),
      { hasCommits: true, isChecked: false },
    ),
  ],
]);
