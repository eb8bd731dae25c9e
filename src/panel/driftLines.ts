import * as l10n from '@vscode/l10n';
import type { GoalDrift } from '../core/drift/seenBranch';
import { driftSentences } from '../presentation/driftText';
import type { TextOptions } from '../presentation/textOptions';
import type { Line, PanelButton } from './contract/controls';

/** What has changed about the branch's goals since work on it began; one button acknowledges it all. */
export function driftLines(drift: readonly GoalDrift[], options: TextOptions): Line[] {
  const gotIt: PanelButton = { label: l10n.t('Got It'), action: 'acknowledgeDrift' };
  const sentences = drift.flatMap((each) => driftSentences(each, options));
  return sentences.map((text, at) => ({
    icon: 'warning',
    text,
    buttons: at === sentences.length - 1 ? [gotIt] : [],
  }));
}
