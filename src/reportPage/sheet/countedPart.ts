import * as l10n from '@vscode/l10n';
import { counted } from '../../core/counted';
import type { FigureWriter } from '../../presentation/report/figureWriter';
import type { ReportRecord } from '../../presentation/report/reportSchema';
import type { PartOf } from '../contract/reportSheet';
import { dateFormat } from '../../presentation/formats';

/** How the figures were calculated, and the commands that count the same. */
export function countedPart(record: ReportRecord, write: FigureWriter): PartOf<'counted'> {
  const { totals, period, leftOut, timeToLand, sources, notes, commands, repositories } = record;
  const left = [
    ...(leftOut.merges > 0
      ? [
          counted(leftOut.merges, {
            one: l10n.t('{0} merge', write.number(leftOut.merges)),
            other: l10n.t('{0} merges', write.number(leftOut.merges)),
          }),
        ]
      : []),
    ...(leftOut.bots > 0 ? [l10n.t('{0} by bots', write.number(leftOut.bots))] : []),
    ...(leftOut.cherryPicks > 0
      ? [
          counted(leftOut.cherryPicks, {
            one: l10n.t('{0} cherry-pick', write.number(leftOut.cherryPicks)),
            other: l10n.t('{0} cherry-picks', write.number(leftOut.cherryPicks)),
          }),
        ]
      : []),
    ...(leftOut.elsewhere > 0 ? [l10n.t('{0} elsewhere', write.number(leftOut.elsewhere))] : []),
  ];
  const landed = l10n.t(
    '{0} that landed in {1} whole weeks ({2}).',
    write.number(totals.commits),
    period.weeks,
    period.timeZone,
  );
  const lines = [
    {
      term: l10n.t('Commits'),
      text: left.length > 0 ? `${landed} ${l10n.t('Left out: {0}.', left.join(', '))}` : landed,
    },
    ...(repositories.length > 1
      ? [
          {
            term: l10n.t('Repositories'),
            text: repositories
              .map(({ name, branch, share }) => `${name}, ${branch}: ${write.percent(share)}`)
              .join('; '),
          },
        ]
      : []),
    {
      term: l10n.t('Time to land'),
      text: l10n.t(
        '{0} of {1} landings are measured; the others were squashed.',
        write.number(timeToLand.landings),
        write.number(timeToLand.landings + timeToLand.squashed),
      ),
    },
    ...sources.map(({ name, goals, asOf, fault }) => ({
      term: l10n.t('Goals'),
      text: [
        l10n.t('{0} of {1}', write.number(goals), name),
        ...(asOf === null ? [] : [l10n.t('as of {0}', timeText(asOf, write.language))]),
        ...(fault === null ? [] : [fault]),
      ].join(', '),
    })),
    ...notes.map((text, at) => ({ term: at === 0 ? l10n.t('Rules') : '', text })),
  ];
  return {
    kind: 'counted',
    id: 'counted',
    title: l10n.t('How this was counted'),
    answer: '',
    lines,
    commands,
  };
}

function timeText(moment: string, language: string): string {
  const parts = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return dateFormat(language, parts).format(Date.parse(moment));
}
