import * as l10n from '@vscode/l10n';
import { counted } from '../../core/counted';
import { nothing, type FigureWriter } from './figureWriter';
import type { ReportRecord } from './reportSchema';
import type { ReportSection } from './reportSection';
import { priorityName, statusName } from '../trackerWords';

/** How the plan changed while work landed. */
export function driftSection(
  { changes, otherPriority }: NonNullable<ReportRecord['drift']>,
  write: FigureWriter,
): ReportSection {
  const goals = new Set(changes.map(({ reference }) => reference)).size;
  return {
    id: 'drift',
    title: l10n.t('How the plan changed'),
    answer: [
      counted(goals, {
        one: l10n.t('1 goal got another priority, status or date.'),
        other: l10n.t('{0} goals got another priority, status or date.', write.number(goals)),
      }),
      l10n.t(
        '{0} of the effort landed when its goal had another priority than today.',
        write.percent(otherPriority.share),
      ),
    ].join(' '),
    table: {
      head: [l10n.t('Day'), l10n.t('Goal'), l10n.t('What'), l10n.t('Before'), l10n.t('After')],
      rows: changes.map(({ day, reference, title, what, from, to }) => [
        write.date(day),
        `${reference} ${title}`,
        whatText(what),
        valueText(what, from),
        valueText(what, to),
      ]),
    },
  };
}

type What = NonNullable<ReportRecord['drift']>['changes'][number]['what'];

function valueText(what: What, value: string | null): string {
  if (value === null) return nothing;
  return what === 'target' ? value : what === 'status' ? statusName(value) : priorityName(value);
}

function whatText(what: What): string {
  switch (what) {
    case 'priority':
      return l10n.t('Priority');
    case 'status':
      return l10n.t('Status');
    case 'target':
      return l10n.t('Target date');
  }
}
