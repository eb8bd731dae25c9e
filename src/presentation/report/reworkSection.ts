import * as l10n from '@vscode/l10n';
import { counted } from '../../core/counted';
import { reworkDays } from '../../core/report/lineReplay';
import { nothing, type FigureWriter } from './figureWriter';
import type { ReportRecord } from './reportSchema';
import type { ReportSection } from './reportSection';

/** How much of what landed was soon rewritten. */
export function reworkSection(
  rework: NonNullable<ReportRecord['rework']>,
  { weeks }: ReportRecord,
  write: FigureWriter,
): ReportSection {
  const percent = (share: number | null): string => (share === null ? nothing : write.percent(share));
  const { share, landings, tooYoung } = rework;
  return {
    id: 'rework',
    title: l10n.t('Rework'),
    answer: [
      share === null
        ? l10n.t('Nothing that landed is old enough to say.')
        : l10n.t('{0} of the lines that landed were rewritten within {1} days.', percent(share), reworkDays),
      ...(tooYoung > 0
        ? [
            counted(tooYoung, {
              one: l10n.t('{0} landing is younger than that.', write.number(tooYoung)),
              other: l10n.t('{0} landings are younger than that.', write.number(tooYoung)),
            }),
          ]
        : []),
    ].join(' '),
    table: {
      head: [l10n.t('Week of'), l10n.t('Rewritten'), l10n.t('Landings')],
      rows: weeks.map(({ from, rework: week }) => [
        write.date(from),
        percent(week?.share ?? null),
        write.number(week?.landings ?? 0),
      ]),
      foot: [l10n.t('All'), percent(share), write.number(landings)],
    },
  };
}
