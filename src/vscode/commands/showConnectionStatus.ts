import { commands as vscodeCommands, l10n, ThemeIcon, type QuickInputButton } from 'vscode';
import { counted } from '../../core/counted';
import type { LiveConnection } from '../../workspace/trackers/liveConnection';
import { commands } from '../ids';
import { agoText, untilText } from '../../presentation/targetText';
import type { TextOptions } from '../../presentation/textOptions';
import { trackerErrorText } from '../../presentation/trackerErrorText';
import { trackerLimitText, unreadText } from '../../presentation/trackerLimitText';
import type { RateLimit } from '../../trackers/http/dialect';
import type { Services } from '../services';
import { createEntryPick, shownEntry, type PickEntry } from './quickPick';
import { numberFormat } from '../../presentation/formats';

type Needs = Pick<Services, 'connections' | 'store' | 'textOptions'>;

interface StatusItem extends PickEntry {
  readonly connection?: LiveConnection;
}

/** Shows every connected tracker: how many goals, how old, what is wrong, and how many requests remain. */
export function showConnectionStatus({ connections, store, textOptions }: Needs): Promise<void> {
  const list = createEntryPick<StatusItem>();
  const refresh = button('refresh', l10n.t('Refresh'));
  const stop = button('debug-stop', l10n.t('Stop Reading'));
  const signIn = button('key', l10n.t('Sign In…'));
  const signOut = button('sign-out', l10n.t('Sign Out'));
  const remove = button('trash', l10n.t('Remove…'));
  const show = (): void => {
    const text = textOptions();
    const { activeItems } = list;
    const items: StatusItem[] = connections.all.map((connection) => ({
      ...describe(connection, text),
      connection,
      buttons: [connection.isSyncing ? stop : refresh, signIn, signOut, remove],
    }));
    items.push({ icon: 'add', label: l10n.t('Connect Tracker…'), alwaysShow: true });
    const shown = items.map(shownEntry<StatusItem>);
    list.items = shown;
    list.activeItems = shown.filter(({ entry: { connection } }) =>
      activeItems.some(({ entry }) => entry.connection === connection && connection !== undefined),
    );
  };
  list.title = l10n.t('Connected Trackers');
  list.placeholder = l10n.t('Pick a tracker to read it again');
  list.keepScrollPosition = true;
  show();
  const watching = [store.onDidChange(show), connections.onDidChange(show)];
  return new Promise((resolve, reject) => {
    const run = (work: Promise<unknown>): void => {
      show();
      work.then(show, reject);
    };
    list.onDidTriggerItemButton(({ button: pressed, item }) => {
      const { connection } = item.entry;
      if (!connection) return;
      const { id } = connection.connection;
      if (pressed === refresh) run(connection.refresh());
      else if (pressed === stop) connection.stop();
      else if (pressed === signOut) run(Promise.resolve(vscodeCommands.executeCommand(commands.signOut, id)));
      else {
        list.hide();
        void vscodeCommands.executeCommand(pressed === remove ? commands.removeTracker : commands.signIn, id);
      }
    });
    list.onDidAccept(() => {
      const item = list.selectedItems[0]?.entry;
      if (item?.connection) run(item.connection.refresh());
      else if (item) {
        list.hide();
        void vscodeCommands.executeCommand(commands.connectTracker);
      }
    });
    list.onDidHide(() => {
      for (const each of watching) each.dispose();
      list.dispose();
      resolve();
    });
    list.show();
  });
}

/** Describes one tracker on two lines. */
function describe(
  { name, connection, state, isSyncing, report }: LiveConnection,
  text: TextOptions,
): PickEntry {
  const { goals, asOf, error, rateLimit, progress, badEntries, unread = [] } = state;
  const icon = isSyncing ? 'sync~spin' : error ? 'warning' : 'check';
  const count = numberFormat(text.language).format(goals.length);
  const parts = [
    counted(goals.length, { one: l10n.t('{0} goal', count), other: l10n.t('{0} goals', count) }),
    progress && l10n.t('{0} received', progress.received),
    asOf === undefined ? l10n.t('never read') : l10n.t('read {0}', agoText(asOf, text)),
    badEntries > 0 &&
      counted(badEntries, {
        one: l10n.t('{0} entry left out', badEntries),
        other: l10n.t('{0} entries left out', badEntries),
      }),
    rateLimit && rateLimitText(rateLimit, text),
    report?.account && l10n.t('signed in as {0}', report.account),
    ...(connection.follow ?? []),
  ];
  return {
    icon,
    label: name,
    description: parts.filter((part) => part !== undefined && part !== false).join(' · '),
    detail: error
      ? trackerErrorText(error, name, text)
      : [
          connection.url,
          ...new Set([...unread.map(unreadText), ...(report?.limits ?? []).map(trackerLimitText)]),
        ].join(' · '),
  };
}

function rateLimitText({ remaining, resetAt }: RateLimit, text: TextOptions): string | undefined {
  if (remaining === undefined) return undefined;
  const left = counted(remaining, {
    one: l10n.t('{0} request left', remaining),
    other: l10n.t('{0} requests left', remaining),
  });
  return resetAt === undefined ? left : l10n.t('{0}, more {1}', left, untilText(resetAt, text));
}

function button(icon: string, tooltip: string): QuickInputButton {
  return { iconPath: new ThemeIcon(icon), tooltip };
}
