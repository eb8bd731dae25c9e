import type { ReportRecord } from '../report/reportSchema';
import type { ChartPart, ChartScene } from './chartScene';

const size = { width: 940, height: 28 } as const;
/** Neighbours are separated by a gap, not by colour alone. */
const gap = 2;

/** How goals are known: one stacked bar, from the strongest evidence to none. */
export function evidenceChart({ evidence }: ReportRecord, summary: string): ChartScene {
  let x = 0;
  const parts = evidence.flatMap((each): ChartPart[] => {
    const from = x;
    x += each.share * size.width;
    return each.share > 0
      ? [
          {
            kind: 'rect',
            cls: `fill evidence-${each.evidence}`,
            x: from,
            y: 2,
            width: Math.max(1, x - from - gap),
            height: 24,
          },
        ]
      : [];
  });
  return { ...size, summary, parts };
}
