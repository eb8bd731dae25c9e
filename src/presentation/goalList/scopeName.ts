import * as l10n from '@vscode/l10n';
import type { GoalScope } from '../../core/views/goalScopes';

/** Whose goals are shown, as a title. */
export function scopeName(scope: GoalScope): string {
  if (scope === 'mine') return l10n.t('My Goals');
  return scope === 'team' ? l10n.t('My Team’s Goals') : l10n.t('All Goals');
}
