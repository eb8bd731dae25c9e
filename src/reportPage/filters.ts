import * as l10n from '@vscode/l10n';
import { counted } from '../core/counted';
import { levels, type Level } from '../core/goal/goal';
import type { Choice, ReportState } from './contract/protocol';

/** What a person wants a report to cover; undefined means the team's setting, or else the default. */
export interface ReportFilters {
  readonly weeks?: number | undefined;
  readonly level?: Level | undefined;
  /** The root of the repository, as a URI; undefined for all of them together. */
  readonly repository?: string | undefined;
  /** Relative to the repository, with forward slashes. */
  readonly path?: string | undefined;
}

/** An open repository. */
export interface RepositoryChoice {
  readonly id: string;
  readonly name: string;
}

/** The values that apply where a person chose nothing. */
export interface UsualFilters {
  readonly weeks: number;
  readonly level: Level;
}

const periods = [4, 8, 12, 26, 52, 104];

/** Reads stored filters; invalid values are left out. */
export function readFilters(value: unknown): ReportFilters {
  if (typeof value !== 'object' || value === null) return {};
  const { weeks, level, repository, path } = value as Readonly<Record<string, unknown>>;
  return {
    ...(typeof weeks === 'number' && Number.isInteger(weeks) && weeks > 0 && weeks <= 522 && { weeks }),
    ...(levels.some((each) => each === level) && { level: level as Level }),
    ...(typeof repository === 'string' && { repository }),
    ...(typeof path === 'string' && path !== '' && { path }),
  };
}

/** The filters after a person's choice. */
export function withFilter(filters: ReportFilters, name: string, value: string): ReportFilters {
  switch (name) {
    case 'weeks':
      return readFilters({ ...filters, weeks: Number(value) });
    case 'level':
      return readFilters({ ...filters, level: value });
    default:
      // A path belongs to its repository.
      return { ...filters, path: undefined, repository: value === '' ? undefined : value };
  }
}

/** The controls of the page. */
export function controlsOf(
  { weeks, level, repository, path }: ReportFilters,
  usual: UsualFilters,
  repositories: readonly RepositoryChoice[],
): ReportState['controls'] {
  const chosen = weeks ?? usual.weeks;
  const counts = [...new Set([...periods, chosen])].sort((a, b) => a - b);
  return {
    weeks: {
      label: l10n.t('Period'),
      value: String(chosen),
      options: counts.map((count) => ({ value: String(count), label: periodText(count) })),
    },
    level: {
      label: l10n.t('Level'),
      value: level ?? usual.level,
      options: levels.map((each) => ({ value: each, label: levelText(each) })),
    },
    ...(repositories.length > 1 && { repository: repositoryChoice(repository, repositories) }),
    path: path ?? '',
  };
}

function repositoryChoice(chosen: string | undefined, repositories: readonly RepositoryChoice[]): Choice {
  return {
    label: l10n.t('Repository'),
    value: repositories.some(({ id }) => id === chosen) ? (chosen ?? '') : '',
    options: [
      { value: '', label: l10n.t('All repositories') },
      ...repositories.map(({ id, name }) => ({ value: id, label: name })),
    ],
  };
}

function periodText(weeks: number): string {
  return counted(weeks, { one: l10n.t('{0} week', weeks), other: l10n.t('{0} weeks', weeks) });
}

function levelText(level: Level): string {
  switch (level) {
    case 'objective':
      return l10n.t('Objectives');
    case 'initiative':
      return l10n.t('Initiatives');
    case 'epic':
      return l10n.t('Epics');
    case 'item':
      return l10n.t('Items');
  }
}
