import { ticks } from 'd3-array';
import * as l10n from '@vscode/l10n';
import type { Rank } from '../../core/goal/goal';
import { rankText } from '../goalText';
import { percentText } from '../report/figures';
import { isWide } from '../report/reportLabels';
import type { GoalFacts, ReportRecord } from '../report/reportSchema';
import type { ChartPart, ChartScene } from './chartScene';

const size = { width: 940, names: 330, right: 200, row: 26, top: 26 } as const;
/** The most bars; the table has the rest. */
const maxRows = 20;
const maxName = 46;

/** A bar. */
interface Row {
  readonly name: string;
  readonly cls: string;
  readonly facts: Pick<GoalFacts, 'share' | 'range' | 'target'>;
}

/**
 * Effort by goal in the product's order: bars, below each the range over the ways to count, across it the team's
 * target.
 */
export function effortChart(record: ReportRecord, language: string, summary: string): ChartScene {
  const { unknown, noGoal } = record;
  const rows: readonly Row[] = [
    ...record.goals.slice(0, maxRows).map((goal) => ({
      name: `${rankText(goal.rank as Rank)} ${goal.reference} ${goal.title}`,
      cls: goal.rank === 0 ? 'notSet' : `P${goal.rank}`,
      facts: goal,
    })),
    ...(unknown.share > 0 ? [{ name: l10n.t('Unknown goals'), cls: 'unknown', facts: unknown }] : []),
    ...(noGoal.share > 0 ? [{ name: l10n.t('No goal'), cls: 'none', facts: noGoal }] : []),
  ];
  const { width, names, right, row, top } = size;
  const most = Math.max(0.1, ...rows.flatMap(({ facts }) => [facts.range[1], facts.target ?? 0]));
  const x = (share: number): number => names + ((width - names - right) * share) / most;
  const height = top + rows.length * row + 8;
  const parts: ChartPart[] = [
    ...ticks(0, most, 4).flatMap((share): ChartPart[] => [
      { kind: 'line', cls: 'grid', x1: x(share), x2: x(share), y1: top, y2: height - 8 },
      { kind: 'text', cls: 'axis', x: x(share), y: 14, text: percentText(share, language), anchor: 'middle' },
    ]),
    ...rows.flatMap(({ name, cls, facts }, at): ChartPart[] => {
      const y = top + at * row + 4;
      const { target } = facts;
      const [low, high] = facts.range;
      return [
        { kind: 'text', cls: 'name', x: 0, y: y + 11, text: cut(name), anchor: 'start' },
        { kind: 'rect', cls: `fill ${cls}`, x: names, y, width: x(facts.share) - names, height: 13 },
        ...(high > low ? whisker(x(low), x(high), y + 17) : []),
        ...(target === undefined
          ? []
          : [{ kind: 'line' as const, cls: 'target', x1: x(target), x2: x(target), y1: y - 2, y2: y + 15 }]),
        {
          kind: 'text',
          cls: 'label',
          x: Math.max(x(high), x(target ?? 0)) + 8,
          y: y + 11,
          anchor: 'start',
          text:
            percentText(facts.share, language) +
            (isWide(facts) ? ` · ${l10n.t('depends on how you count')}` : ''),
        },
      ];
    }),
  ];
  return { width, height, summary, parts };
}

function whisker(from: number, to: number, y: number): ChartPart[] {
  return [
    { kind: 'line', cls: 'whisker', x1: from, x2: to, y1: y, y2: y },
    ...[from, to].map((x): ChartPart => ({
      kind: 'line',
      cls: 'whisker',
      x1: x,
      x2: x,
      y1: y - 2,
      y2: y + 2,
    })),
  ];
}

function cut(name: string): string {
  const characters = Array.from(name);
  return characters.length > maxName ? `${characters.slice(0, maxName - 1).join('')}…` : name;
}
