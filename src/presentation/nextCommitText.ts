import * as l10n from '@vscode/l10n';
import type { ShownCommit } from '../core/commitBox/nextCommit';

/** What the next commit is tagged with, on one line; nothing if there is nothing to say. */
export function nextCommitText({ keys, by, written, isLeftOut }: ShownCommit): string | undefined {
  if (written.length > 0) return l10n.t('Next commit: tagged {0} by you', written.join(', '));
  if (keys.length === 0) return undefined;
  if (isLeftOut) return l10n.t('Next commit: tag left out');
  const names = keys.join(', ');
  if (by === 'box') return l10n.t('Next commit: tagged {0}', names);
  if (by === 'hook') return l10n.t('Next commit: the hook tags it {0}', names);
  return l10n.t('Next commit: not tagged');
}
