import * as l10n from '@vscode/l10n';
import type { GoalCatalog } from '../../core/catalog/goalCatalog';
import type { Goal } from '../../core/goal/goal';
import { evidences, type Evidence } from '../../core/report/attribution';
import type { EffortPart } from '../../core/report/effort';
import { groupOf } from '../../core/report/goalEffort';
import { dayOf, type ReportPeriod } from '../../core/report/reportPeriod';
import { rowsBehind, type MeasuredWork } from '../../core/report/repositoryWork';
import { goalAtLevel } from '../../core/report/reportTarget';
import { folderOf } from '../../core/report/unlinkedPlaces';
import { goalView } from '../../core/views/goalView';
import { oneLine } from '../../presentation/oneLine';
import { dateText } from '../../presentation/report/figures';
import { evidenceLabel } from '../../presentation/report/reportLabels';
import { readDrill, type Drill } from '../../reportPage/drillKey';
import type { ReadReport } from '../../workspace/report/readReport';
import type { CommitBehind, CommitsBehind } from './threadMessages';

/** The most commits to list; the rest are only counted. */
const maxCommits = 300;

/** The commits behind a figure of a report, newest first. */
export function commitsBehind(
  { report, catalog }: ReadReport,
  { spell, language }: { readonly spell: (goal: Goal) => string; readonly language: string },
  key: string,
): CommitsBehind {
  const drill = readDrill(key);
  const goal = drill?.by === 'goal' ? catalog.all().find((each) => spell(each) === drill.of) : undefined;
  const { timeZone } = report.period;
  const found = report.works.flatMap((work, repository) => {
    const isWanted = drill && wanted(drill, work, goal, report.level, catalog);
    if (!isWanted) return [];
    const { shas, subjects, landed } = work.landings;
    return rowsBehind(work, isWanted).map((row) => ({
      moment: landed[row] ?? 0,
      commit: {
        repository,
        sha: shas[row] ?? '',
        subject: oneLine(subjects[row] ?? ''),
        landed: dayOf((landed[row] ?? 0) * 1000, timeZone),
      } satisfies CommitBehind,
    }));
  });
  found.sort((a, b) => b.moment - a.moment);
  const title = drill ? drillTitle(drill, goal, report.period, language) : '';
  return { title, commits: found.slice(0, maxCommits).map(({ commit }) => commit), count: found.length };
}

function drillTitle(drill: Drill, goal: Goal | undefined, { weeks }: ReportPeriod, language: string): string {
  switch (drill.by) {
    case 'goal':
      return [drill.of, goal && oneLine(goal.title)].filter(Boolean).join(' ');
    case 'unknownKey':
    case 'priority':
      return drill.of;
    case 'unknown':
      return l10n.t('Unknown goals');
    case 'none':
      return l10n.t('No goal');
    case 'evidence':
      return evidences.some((each) => each === drill.of) ? evidenceLabel(drill.of as Evidence) : drill.of;
    case 'week': {
      const from = weeks.find(({ name }) => name === drill.of)?.from;
      return from === undefined ? drill.of : l10n.t('Week of {0}', dateText(from, language));
    }
    case 'folder':
      return drill.of === null ? l10n.t('no files') : drill.of || l10n.t('(top folder)');
  }
}

type IsWanted = (part: EffortPart) => boolean;

function wanted(
  drill: Drill,
  work: MeasuredWork,
  goal: Goal | undefined,
  level: Goal['level'],
  catalog: GoalCatalog,
): IsWanted | undefined {
  const { landings } = work;
  switch (drill.by) {
    case 'goal':
      return ({ target }) =>
        target.kind === 'goal' &&
        goal !== undefined &&
        (goalAtLevel(target.goal, level, catalog) === goal ||
          target.goal === goal ||
          goalView(target.goal, catalog).ancestors.includes(goal));
    case 'unknown':
    case 'none':
      return ({ target }) => target.kind === drill.by;
    case 'unknownKey':
      return ({ target }) => target.kind === 'unknown' && target.key === drill.of;
    case 'priority':
      return ({ target }) => `P${groupOf(target, catalog)}` === drill.of;
    case 'evidence':
      return ({ evidence }) => evidence === drill.of;
    case 'week':
      return ({ row }) => landings.period.weeks[landings.weeks[row] ?? -1]?.name === drill.of;
    case 'folder': {
      if (drill.repository !== work.name) return undefined;
      return ({ row, target }) => target.kind === 'none' && isIn(work.unclaimed(row), drill.of);
    }
  }
}

function isIn(paths: readonly string[], folder: string | null): boolean {
  return folder === null ? paths.length === 0 : paths.some((path) => folderOf(path) === folder);
}
