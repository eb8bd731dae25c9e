import * as l10n from '@vscode/l10n';
import type { TreeLayout } from './goalTree';

/** How the tree is laid out, beside its title. */
export function layoutName(layout: TreeLayout): string {
  return layout === 'hierarchy' ? l10n.t('By Hierarchy') : l10n.t('By Priority');
}
