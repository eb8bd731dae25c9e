import * as l10n from '@vscode/l10n';
import { plainLine } from '../core/plainText';
import type { TrackerState } from '../core/tracker/trackerState';
import { ageText } from './ageText';
import type { TextOptions } from './textOptions';

/** The trackers whose goals are shown as they once were, each with their age, which a narrow view cuts off last. */
export function staleTrackers(trackers: readonly TrackerState[], options: TextOptions): string[] {
  return trackers.flatMap(({ fault, goals, name, asOf }) => {
    if (!fault || goals.length === 0) return [];
    const what = fault.kind === 'offline' ? l10n.t('Offline') : l10n.t('Not current');
    const age = asOf === undefined ? '' : `, ${ageText(asOf, options)}`;
    return [`${what}${age}: ${plainLine(name)}`];
  });
}
