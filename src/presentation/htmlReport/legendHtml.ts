import * as l10n from '@vscode/l10n';
import { htmlText } from '../charts/htmlText';
import { percentText } from '../report/figures';
import { evidenceLabel } from '../report/reportLabels';
import type { ReportRecord } from '../report/reportSchema';
import type { ReportSection } from '../report/reportSection';

/** What the marks of a chart mean, to stand below it; empty where the chart says so itself. */
export function legendHtml({ id }: ReportSection, record: ReportRecord, language: string): string {
  const marks =
    id === 'effort' ? effortMarks(record) : id === 'evidence' ? evidenceMarks(record, language) : [];
  return marks.length === 0 ? '' : `<figcaption class="legend">${marks.join('')}</figcaption>`;
}

function effortMarks({ goals, unknown, noGoal }: ReportRecord): string[] {
  const rows = [...goals, unknown, noGoal];
  return [
    mark(bar('P2'), l10n.t('Person-days')),
    ...(rows.some(({ range: [low, high] }) => high > low)
      ? [
          mark(
            '<path class="whisker" fill="none" d="M1 6H27M1 4V8M27 4V8"/>',
            l10n.t('Range by person-days and commits'),
          ),
        ]
      : []),
    ...(goals.some(({ target }) => target !== undefined)
      ? [mark('<line class="target" x1="14" x2="14" y1="0" y2="12"/>', l10n.t('The team’s target'))]
      : []),
  ];
}

function evidenceMarks({ evidence }: ReportRecord, language: string): string[] {
  return evidence
    .filter(({ share }) => share > 0)
    .map((each) =>
      mark(
        bar(`evidence-${each.evidence}`),
        `${evidenceLabel(each.evidence)} ${percentText(each.share, language)}`,
      ),
    );
}

function bar(cls: string): string {
  return `<rect class="fill ${cls}" width="28" height="12"/>`;
}

function mark(shape: string, label: string): string {
  return `<span><svg width="28" height="12" aria-hidden="true">${shape}</svg>${htmlText(label)}</span>`;
}
