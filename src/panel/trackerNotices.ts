import * as l10n from '@vscode/l10n';
import { counted } from '../core/counted';
import type { TrackerFault, TrackerState } from '../core/tracker/trackerState';
import { agoText } from '../presentation/targetText';
import type { TextOptions } from '../presentation/textOptions';
import type { Notice, PanelButton } from './contract/controls';

/** What is wrong with the trackers while their last known goals stay on screen, worst first. */
export function trackerNotices(trackers: readonly TrackerState[], options: TextOptions): Notice[] {
  return trackers
    .flatMap((tracker): Notice[] => {
      const unread = (tracker.unread ?? []).map(unreadNotice);
      if (tracker.fault) return [faultNotice(tracker, tracker.fault, options), ...unread];
      return tracker.badEntries > 0 ? [badEntriesNotice(tracker), ...unread] : unread;
    })
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

const severities: readonly Notice['severity'][] = ['error', 'warning', 'info'];

/** A place that the tracker no longer provides, while the others were read. */
function unreadNotice(text: string): Notice {
  const status: PanelButton = { label: l10n.t('Show Connection Status'), action: 'showConnectionStatus' };
  return { severity: 'warning', text, buttons: [status] };
}

/** What a person can do about a fault, likeliest remedy first. */
export function faultButtons({ id, folder }: TrackerState, fault: TrackerFault): PanelButton[] {
  if (folder !== undefined) {
    return [
      { label: l10n.t('Open Goals File'), action: 'openGoalsFile' },
      { label: l10n.t('Show Log'), action: 'showLog' },
    ];
  }
  const status: PanelButton = { label: l10n.t('Show Connection Status'), action: 'showConnectionStatus' };
  if (fault.kind === 'bug') return [{ label: l10n.t('Show Log'), action: 'showLog' }, status];
  return fault.kind === 'signedOut'
    ? [{ label: l10n.t('Sign In…'), action: 'signIn', key: id }, status]
    : [{ label: l10n.t('Try Again'), action: 'refresh' }, status];
}

function badEntriesNotice({ name, badEntries, folder }: TrackerState): Notice {
  return {
    severity: 'warning',
    text: counted(badEntries, {
      one: l10n.t('{0} entry in {1} has an error.', badEntries, name),
      other: l10n.t('{0} entries in {1} have errors.', badEntries, name),
    }),
    buttons: [
      folder === undefined
        ? { label: l10n.t('Show Log'), action: 'showLog' }
        : { label: l10n.t('Show Problems'), action: 'showProblems' },
    ],
  };
}

function faultNotice(tracker: TrackerState, fault: TrackerFault, options: TextOptions): Notice {
  const { name, asOf, folder } = tracker;
  const age = asOf === undefined ? '' : l10n.t('Last read {0}.', agoText(asOf, options));
  const says = {
    offline: l10n.t('{0} is offline.', name),
    signedOut: '',
    refused: l10n.t('{0} cannot be used.', name),
    invalid: l10n.t('{0} cannot be used.', name),
    // The message already contains the name.
    bug: '',
  }[fault.kind];
  const problems: PanelButton = { label: l10n.t('Show Problems'), action: 'showProblems' };
  return {
    severity: fault.kind === 'offline' ? 'warning' : 'error',
    text: [says, age, fault.message].filter((part) => part !== '').join(' '),
    // A second button would not fit next to the text; the status is one click away.
    buttons: folder === undefined ? faultButtons(tracker, fault).slice(0, 1) : [problems],
  };
}
