import { l10n } from 'vscode';
import { knownScopes, type GoalScope, type GoalScopes } from '../../../core/views/goalScopes';
import { scopeName } from '../../../presentation/goalList/scopeName';
import { pickEntry } from '../../commands/quickPick';

/** Asks whose goals to show; undefined if the person cancels. */
export async function askScope(scopes: GoalScopes, shown: GoalScope): Promise<GoalScope | undefined> {
  const items = knownScopes(scopes).map((scope) => ({
    scope,
    label: scopeName(scope),
    ...(scope === shown && { description: l10n.t('shown now') }),
  }));
  const none = {
    scope: 'all' as const,
    label: scopeName('all'),
    detail: l10n.t('None of the goals is known to be yours.'),
  };
  return (await pickEntry(items.length > 0 ? items : [none], { title: l10n.t('Whose Goals to Show') }))
    ?.scope;
}
