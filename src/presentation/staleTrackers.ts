import * as l10n from '@vscode/l10n';
import { plainLine } from '../core/plainText';
import type { TrackerState } from '../core/tracker/trackerState';
import { ageText } from './ageText';
import type { TextOptions } from './textOptions';

/** Which trackers' goals are shown as they once were, and since when; empty if all are current. */
export function staleTrackers(trackers: readonly TrackerState[], options: TextOptions): string[] {
  const named = (isOffline: boolean): string =>
    trackers
      .filter(({ fault, goals }) => fault && goals.length > 0 && (fault.kind === 'offline') === isOffline)
      .map(({ name, asOf }) => [plainLine(name), ...(asOf === undefined ? [] : [ageText(asOf, options)])])
      .map((parts) => parts.join(', '))
      .join('; ');
  const [offline, faulty] = [named(true), named(false)];
  return [
    ...(offline === '' ? [] : [l10n.t('Offline: {0}', offline)]),
    ...(faulty === '' ? [] : [l10n.t('Not current: {0}', faulty)]),
  ];
}
