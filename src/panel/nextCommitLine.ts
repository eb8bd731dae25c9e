import * as l10n from '@vscode/l10n';
import type { ShownCommit } from '../core/commitBox/nextCommit';
import { nextCommitText } from '../presentation/nextCommitText';
import type { Line, PanelButton } from './contract/controls';

/** What the next commit is tagged with, and how to change that; no line if there is nothing to say. */
export function nextCommitLine(next: ShownCommit): Line[] {
  const text = nextCommitText(next);
  if (text === undefined) return [];
  const button: PanelButton =
    next.by === 'nobody'
      ? { label: l10n.t('Tag It'), action: 'tagCommit' }
      : { label: l10n.t('Leave Out'), action: 'leaveOutTag' };
  // A trailer that the person wrote is theirs to change.
  return [{ icon: 'tag', text, buttons: next.written.length > 0 ? [] : [button] }];
}
