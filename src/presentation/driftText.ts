import * as l10n from '@vscode/l10n';
import { isSameGoal } from '../core/goal/goal';
import type { ServedGoal } from '../core/links/servedGoals';
import type { Change } from '../core/drift/driftOf';
import type { GoalDrift } from '../core/drift/seenBranch';
import { plainLine } from '../core/plainText';
import type { Target } from '../core/views/goalView';
import { rankText, spelling } from './goalText';
import { agoText, targetText } from './targetText';
import type { TextOptions } from './textOptions';
import { statusName } from './trackerWords';

/** How the status item shows drift, around the goal's title. */
export interface DriftMark {
  /** The icon that replaces the usual one. */
  readonly icon: string;
  /** Precedes the title, in place of the priority: "P1 → P3", "Done:". */
  readonly before?: string;
  /** Follows the title: "blocked". */
  readonly after?: string;
  /** The work may be over: shown in warning colours. */
  readonly isOver: boolean;
}

/** How the status item shows what has changed about a goal; the most important change decides. */
function driftMark({ changes }: GoalDrift, options: TextOptions): DriftMark | undefined {
  const [change] = changes;
  switch (change?.kind) {
    case undefined:
      return undefined;
    case 'closed':
      return { icon: 'warning', before: `${closedWord(change)}:`, isOver: true };
    case 'closedAbove':
      return {
        icon: 'warning',
        after: l10n.t('{0} closed', spelling(change.goal, options)),
        isOver: true,
      };
    case 'priority':
      return {
        icon: isLower(change.from, change.to) ? 'arrow-down' : 'arrow-up',
        before: change.from === 0 ? rankText(change.to) : `${rankText(change.from)} → ${rankText(change.to)}`,
        isOver: false,
      };
    case 'blocked':
      return { icon: 'debug-pause', after: l10n.t('blocked'), isOver: false };
    case 'moved':
      return {
        icon: 'arrow-swap',
        after: change.to
          ? l10n.t('now for {0}', spelling(change.to, options))
          : l10n.t('no longer for {0}', change.fromKey ?? ''),
        isOver: false,
      };
    case 'due':
      return {
        icon: 'calendar',
        after: change.to ? l10n.t('now due {0}', dateText(change.to, options)) : l10n.t('no longer due'),
        isOver: false,
      };
  }
}

/** The mark for what is linked in the status item; undefined if nothing about it has changed. */
export function statusMark(
  drift: readonly GoalDrift[],
  { linked }: Pick<ServedGoal, 'linked'>,
  options: TextOptions,
): DriftMark | undefined {
  const found = drift.find(({ view }) => isSameGoal(view.goal, linked));
  return found && driftMark(found, options);
}

/**
 * What has changed about a goal since work on the branch began and when, or when that was noticed, one sentence per
 * change.
 */
export function driftSentences({ view, changes }: GoalDrift, options: TextOptions): string[] {
  const name = spelling(view.goal, options);
  return changes.map((change) => {
    const text = changeText(change, options);
    if (change.at !== undefined)
      return l10n.t('{0}: {1}, {2}.', name, text, agoText(Date.parse(change.at), options));
    return change.noticedAt === undefined
      ? l10n.t('{0}: {1}.', name, text)
      : l10n.t('{0}: {1}, noticed {2}.', name, text, agoText(change.noticedAt, options));
  });
}

/** The badge of the view: how much has changed, and what; undefined if nothing has. */
export function driftBadge(
  drift: readonly GoalDrift[],
  options: TextOptions,
): { readonly value: number; readonly tooltip: string } | undefined {
  const sentences = drift.flatMap((each) => driftSentences(each, options));
  return sentences.length === 0 ? undefined : { value: sentences.length, tooltip: sentences.join('\n') };
}

function changeText(change: Change, options: TextOptions): string {
  switch (change.kind) {
    case 'closed':
      return l10n.t('closed as “{0}”', plainLine(statusName(change.status)));
    case 'closedAbove':
      return l10n.t(
        '{0} above it was closed as “{1}”',
        spelling(change.goal, options),
        plainLine(statusName(change.goal.status?.name ?? '')),
      );
    case 'priority':
      return priorityText(change);
    case 'blocked':
      return change.by.length > 0
        ? l10n.t('now waits for {0}', change.by.map((each) => spelling(each, options)).join(', '))
        : l10n.t('now “{0}”', plainLine(statusName(change.status ?? '')));
    case 'moved':
      return movedText(change, options);
    case 'due':
      if (!change.to) return l10n.t('no longer has a date');
      return change.from
        ? l10n.t('due {0} → {1}', dateText(change.from, options), dateText(change.to, options))
        : l10n.t('now due {0}', dateText(change.to, options));
  }
}

function priorityText({ from, to }: Extract<Change, { kind: 'priority' }>): string {
  if (to === 0) return l10n.t('no longer has a priority');
  return from === 0
    ? l10n.t('now {0}', rankText(to))
    : l10n.t('priority {0}', `${rankText(from)} → ${rankText(to)}`);
}

function movedText({ fromKey, to }: Extract<Change, { kind: 'moved' }>, options: TextOptions): string {
  if (!to) return l10n.t('no longer serves {0}', fromKey ?? '');
  return fromKey === undefined
    ? l10n.t('now serves {0}', spelling(to, options))
    : l10n.t('moved from {0} to {1}', fromKey, spelling(to, options));
}

function closedWord({ category }: Extract<Change, { kind: 'closed' }>): string {
  return category === 'done' ? l10n.t('Done') : l10n.t('Dropped');
}

/** A rank of 0 means that there is no priority. */
function isLower(from: number, to: number): boolean {
  return (to === 0 ? 5 : to) > (from === 0 ? 5 : from);
}

function dateText({ date, label }: Target, options: TextOptions): string {
  const due = { targetDate: date, ...(label !== undefined && { targetLabel: label }) };
  return targetText(due, options)?.date ?? date;
}
