import * as l10n from '@vscode/l10n';
import { numberFormat } from '../../presentation/formats';
import type { ReportProgress } from '../../workspace/report/reportRequest';
import type { ThreadProgress } from './threadMessages';

/** How far a report has come, for people. */
export function progressText(progress: ReportProgress, language: string): ThreadProgress {
  const number = (value: number): string => numberFormat(language).format(value);
  if (progress.phase === 'commits') return { text: l10n.t('Reading commits: {0}', number(progress.done)) };
  if (progress.phase === 'lines')
    return { text: l10n.t('Reading the lines of landings: {0}', number(progress.done)) };
  const { done, of } = progress;
  return {
    text: l10n.t('Reading the files of commits: {0} of {1}', number(done), number(of)),
    done: done / of,
  };
}
