import * as l10n from '@vscode/l10n';
import type { ReportStrings } from './contract/protocol';

/** The page's own words, in the language of the window. */
export function reportStrings(): ReportStrings {
  return {
    title: l10n.t('Alignment report'),
    reading: l10n.t('Reading the history…'),
    cancel: l10n.t('Cancel'),
    refresh: l10n.t('Count again'),
    period: l10n.t('Period'),
    level: l10n.t('Level'),
    repository: l10n.t('Repository'),
    allPaths: l10n.t('All paths'),
    path: l10n.t('Path'),
    copySentences: l10n.t('Copy sentences'),
    export: l10n.t('Export…'),
    showAs: l10n.t('Show as'),
    table: l10n.t('Table'),
    close: l10n.t('Close'),
    openChanges: l10n.t('Open the changes'),
    files: l10n.t('Files'),
    summary: l10n.t('Summary'),
    controls: l10n.t('What the report is about'),
  };
}
