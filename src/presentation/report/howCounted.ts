import * as l10n from '@vscode/l10n';
import { counted as countedForm } from '../../core/counted';
import type { AlignmentReport } from '../../core/report/alignmentReport';
import { dayOf } from '../../core/report/reportPeriod';
import { mostMeasured } from '../../core/report/rework';
import { dateText } from './figures';
import { oneLine } from '../oneLine';
import type { RecordContext } from './recordContext';

/** What a reader must know to judge the figures, one sentence each. */
export function reportNotes(report: AlignmentReport, context: RecordContext): string[] {
  const { catalog, coverage, path } = context;
  const { counted, crowd, wrongClocks, timeToLand, rework, period, repositories } = report;
  const notes = [
    l10n.t(
      'A person-day is a day on which a person wrote at least one of the commits that landed; it is split equally over the initiatives of that day, “no goal” being one of them.',
    ),
    l10n.t('Merges, the work of bots, and cherry-picks of counted commits are left out.'),
    l10n.t(
      'Priorities are those of today. Nobody is named or counted one by one. There is no score and no forecast.',
    ),
    repositories.length > 1 &&
      l10n.t(
        '{0} repositories are added up; a person who works in two on one day counts in both.',
        repositories.length,
      ),
    path !== undefined && l10n.t('Only commits that touch {0} count.', path),
    crowd.isSmall && l10n.t('Fewer than three people landed work: shares only, no person-days.'),
    !crowd.isSmall &&
      crowd.hasSmallWeek &&
      l10n.t('In some weeks fewer than three people landed work: weeks have shares only.'),
    counted.change === 0 &&
      l10n.t(
        'No commit landed between {0} and {1}. Choose a longer period or another branch.',
        period.from,
        period.to,
      ),
    catalog.trackers.every(({ goals, phase }) => goals.length === 0 && phase !== 'loading') &&
      l10n.t('No goals are known. Add .goals/goals.yaml, or connect a tracker in VS Code.'),
    ...sourceNotes(report, context),
    ...planNotes(report, context),
    timeToLand.isMostlySquashed &&
      l10n.t(
        'Most landings are squashed: the days before a squash are not visible, and their time to land is not measured.',
      ),
    rework === undefined &&
      counted.change > 0 &&
      l10n.t(
        'Rework is not measured: there are more than {0} landings, or the contents of older commits are not here.',
        mostMeasured,
      ),
    wrongClocks > 0 &&
      countedForm(wrongClocks, {
        one: l10n.t(
          '{0} commit of the branch has a date that contradicts the order or lies in the future; it counts where its neighbours landed.',
          wrongClocks,
        ),
        other: l10n.t(
          '{0} commits of the branch have dates that contradict their order or lie in the future; they count where their neighbours landed.',
          wrongClocks,
        ),
      }),
    coverage === undefined &&
      l10n.t('There are no path rules: map folders to goals in .goals/paths to link more work.'),
  ];
  return notes.filter((note) => note !== false);
}

/** If the goals are out of date: how old they are, and what to do about it. */
function sourceNotes(
  { period: { timeZone } }: AlignmentReport,
  { catalog, now, language }: RecordContext,
): string[] {
  return catalog.trackers.flatMap(({ name, goals, folder, asOf, phase, fault }) => {
    if (phase === 'loading' && goals.length === 0) {
      return l10n.t(
        'The goals of {0} are not known here yet: open the folder in VS Code until it has read them.',
        name,
      );
    }
    const day = asOf === undefined ? undefined : dayOf(asOf, timeZone);
    const isOld = folder === undefined && day !== undefined && day !== dayOf(now, timeZone);
    return [
      ...(isOld ? [l10n.t('The goals of {0} are those of {1}.', name, dateText(day, language))] : []),
      ...(fault === undefined ? [] : [fault.message]),
    ];
  });
}

/** What is not told of how the plan changed, or told late. */
function planNotes({ drift, works }: AlignmentReport, { catalog }: RecordContext): string[] {
  const isLogged = catalog.trackers.some(({ goals }) => goals.some(({ log }) => log !== undefined));
  const late = l10n.t('What changed in a tracker is told on the day on which Goal Lens saw it.');
  const cut = l10n.t(
    'The goals file is too large, or changed too often, for all its versions to be read: older changes are left out.',
  );
  return [
    ...(drift !== undefined && isLogged ? [late] : []),
    ...(works.some(({ isPlanCut }) => isPlanCut) ? [cut] : []),
  ];
}

/** Commands that count the same with git alone. */
export function reportCommands(
  { repositories }: AlignmentReport,
  { trailer, path }: RecordContext,
): string[] {
  const below = path === undefined ? '' : ` -- ${quoted(`:(top,literal)${path}`)}`;
  return repositories.flatMap(({ name, base, last }) => {
    if (last === undefined) return [];
    const git = repositories.length === 1 ? 'git' : `git -C ${quoted(name)}`;
    const range = (base === undefined ? last : `${base}..${last}`) + below;
    return [
      `${git} rev-list --count --no-merges ${range}`,
      `${git} log --no-merges --date=format:%F --format='%aE %ad' ${range} | sort -u | wc -l`,
      `${git} rev-list --count --no-merges -i --grep='^${trailer}:' ${range}`,
    ];
  });
}

/** A word quoted for the shell, on one line and with nothing in it that is not seen: people paste it. */
function quoted(word: string): string {
  if (/^[\w./-]+$/.test(word)) return word;
  if (oneLine(word) === word) return `'${word.replaceAll("'", String.raw`'\''`)}'`;
  const characters = Array.from(word, (character) => {
    if (oneLine(character) !== character)
      return Array.from(new TextEncoder().encode(character), octal).join('');
    return /['\\]/.test(character) ? `\\${character}` : character;
  });
  return `$'${characters.join('')}'`;
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`;
}
