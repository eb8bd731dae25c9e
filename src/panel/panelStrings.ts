import * as l10n from '@vscode/l10n';
import type { Strings } from './contract/protocol';

/** The webview's own words, in the language of the window. */
export function panelStrings(): Strings {
  return {
    impact: l10n.t('Customer impact'),
    whyNow: l10n.t('Why now'),
    target: l10n.t('Target'),
    blockedBy: l10n.t('Blocked by'),
    blocks: l10n.t('Blocks'),
    owner: l10n.t('Owner'),
    progress: l10n.t('Progress'),
    metrics: l10n.t('Metrics'),
    chain: l10n.t('Where it belongs'),
    notRecorded: l10n.t('Not recorded'),
    description: l10n.t('Description'),
    showMore: l10n.t('Show more'),
    showLess: l10n.t('Show less'),
    openInTracker: l10n.t('Open in tracker'),
    copyKey: l10n.t('Copy key'),
    notThisGoal: l10n.t('Not this goal'),
    howMatched: l10n.t('How matched'),
    labels: l10n.t('Labels'),
    status: l10n.t('Status'),
    health: l10n.t('Health'),
    priority: l10n.t('Priority'),
    baseline: l10n.t('Baseline'),
    current: l10n.t('Current'),
    targetValue: l10n.t('Target'),
    source: l10n.t('Source'),
    customerSaid: l10n.t('What customers said'),
    goals: l10n.t('Goals'),
    reading: l10n.t('Reading history…'),
    closed: l10n.t('closed'),
    notices: l10n.t('Notices'),
    latestCommits: l10n.t('Latest commits'),
    touchedFiles: l10n.t('Files touched most'),
    showAll: l10n.t('Show all'),
  };
}
