import { setTimeout as delay } from 'node:timers/promises';
import {
  commands as vscodeCommands,
  l10n,
  ProgressLocation,
  window,
  type CancellationToken,
  type Progress,
} from 'vscode';
import { counted } from '../../../core/counted';
import type { LiveConnection } from '../../../workspace/trackers/liveConnection';
import { views } from '../../ids';
import { GoalLensError } from '../../../core/errors';
import { trackerLimitText } from '../../../presentation/trackerLimitText';
import { connectionSchema, toConnection } from '../../../trackers/connection/connection';
import { connectionName } from '../../../trackers/connectionName';
import { factsOf } from '../../../trackers/registry';
import type { SyncState } from '../../../trackers/sync/syncState';
import type { Services } from '../../services';
import { ConnectionDrafts, entryOf, type ConnectionDraft } from './connectionDraft';
import { contentSteps } from './contentSteps';
import { placeSteps } from './placeSteps';
import { saveConnection } from './saveConnection';
import { askDraft, connectFaultText, signInSteps } from './signInSteps';
import { runWizard } from './wizardSteps';
import { pickEntry } from '../quickPick';
import { signInPlace } from '../../../core/tracker/signInPlace';
import { numberFormat } from '../../../presentation/formats';

type Needs = Pick<
  Services,
  'connections' | 'connectTracker' | 'log' | 'memento' | 'store' | 'textOptions' | 'tokens'
>;

/** Guides a person to a connected tracker; ends with its goals on screen or the reason why not. */
export async function connectTracker(services: Needs): Promise<void> {
  const drafts = new ConnectionDrafts(services.memento);
  const first = await startingDraft(drafts, services);
  if (!first) return;
  const place = placeSteps(services.tokens);
  const steps = [...place, ...signInSteps(services), ...contentSteps(services)];
  const title = l10n.t('Connect Tracker');
  const keep = (each: ConnectionDraft): Promise<void> => drafts.keep(each);
  let draft = first;
  for (;;) {
    const startAt = draft.url === undefined ? 0 : place.length;
    const answered = await runWizard({ title, steps, draft, startAt, keep });
    if (!answered) return;
    draft = answered;
    const outcome = await tryAndConnect(services, draft);
    if (typeof outcome !== 'string') {
      report(...outcome, services);
      break;
    }
    const again = l10n.t('Change…');
    if ((await window.showErrorMessage(outcome, again)) !== again) return;
  }
  await drafts.clear();
}

/**
 * Tests and connects under one message, as VS Code would leave a first one standing beside a second: also one of
 * progress that has ended, until it has been seen.
 */
async function tryAndConnect(services: Needs, draft: ConnectionDraft): Promise<Connected | string> {
  const options = { location: ProgressLocation.Notification, title: l10n.t('Connect Tracker') };
  return window.withProgress({ ...options, cancellable: true }, async (progress, cancel) => {
    const seen = delay(leastShownMs);
    try {
      progress.report({ message: l10n.t('Testing the connection') });
      const fault = await tryOut(services, draft, cancel);
      return fault ?? (await connect(services, draft, { progress, cancel }));
    } finally {
      await seen;
    }
  });
}

/** The unfinished draft, if the person wants to resume it; undefined if they cancel. */
async function startingDraft(
  drafts: ConnectionDrafts,
  { tokens }: Needs,
): Promise<ConnectionDraft | undefined> {
  const { left } = drafts;
  if (!left?.kind || left.url === undefined) return left ?? {};
  const goOn = l10n.t('Go on with {0} at {1}', factsOf(left.kind).name, new URL(left.url).host);
  const entries = [
    { label: goOn, isNew: false },
    { label: l10n.t('Connect another tracker'), isNew: true },
  ];
  const picked = await pickEntry(entries, {
    title: l10n.t('Connect Tracker'),
    placeHolder: l10n.t('You left before the tracker was connected'),
  });
  if (picked === undefined) return undefined;
  if (picked.isNew) return {};
  const place = signInPlace({ url: left.url, signInAs: left.signInAs });
  return { ...left, isTokenKept: await tokens.has(place), isTokenReplaced: false };
}

/** How long VS Code shows progress at least. */
const leastShownMs = 800;

type Connected = readonly [state: SyncState, live: LiveConnection];

/** Signs in and reads the first page of goals; returns the reason if that fails. */
async function tryOut(
  services: Needs,
  draft: ConnectionDraft,
  cancel: CancellationToken,
): Promise<string | undefined> {
  const stop = new AbortController();
  cancel.onCancellationRequested(() => stop.abort());
  try {
    const hasGoals = await askDraft(services, draft, async (tracker) => {
      await tracker.checkConnection(stop.signal);
      for await (const page of tracker.listChanged(undefined, stop.signal)) {
        if (page.goals.length > 0) return true;
      }
      return false;
    });
    return hasGoals
      ? undefined
      : l10n.t('The connection works, but nothing that you follow has a goal in it.');
  } catch (error) {
    return connectFaultText(services, error, draft);
  }
}

/** Saves the connection and reads everything. */
async function connect(
  services: Needs,
  draft: ConnectionDraft,
  { progress, cancel }: { progress: Progress<{ message: string }>; cancel: CancellationToken },
): Promise<Connected> {
  const { connections } = services;
  const entry = entryOf(draft);
  const { id } = toConnection(connectionSchema.parse(entry));
  await saveConnection(entry, draft.target ?? 'user');
  await connections.update();
  const live = connections.get(id);
  if (!live)
    throw new GoalLensError(l10n.t('The setting goalLens.trackers was saved, but is not in effect here.'));
  await vscodeCommands.executeCommand(`${views.panel}.focus`);
  const name = connectionName(live.connection);
  const reading = l10n.t('Reading goals of {0}', name);
  progress.report({ message: reading });
  cancel.onCancellationRequested(() => live.stop());
  const watching = services.store.onDidChange(() => {
    const { received, total } = live.state.progress ?? {};
    if (received === undefined) return;
    const count =
      total === undefined
        ? counted(received, { one: l10n.t('{0} goal', received), other: l10n.t('{0} goals', received) })
        : counted(total, {
            one: l10n.t('{0} of {1} goal', received, total),
            other: l10n.t('{0} of {1} goals', received, total),
          });
    progress.report({ message: `${reading}: ${count}` });
  });
  try {
    return [await live.refresh(), live];
  } finally {
    watching.dispose();
  }
}

/** Reports the number of goals, or why they could not be read. */
function report(state: SyncState, live: LiveConnection, services: Needs): void {
  if (state.error) {
    void window.showErrorMessage(connectFaultText(services, state.error, {}));
    return;
  }
  const count = numberFormat(services.textOptions().language).format(state.goals.length);
  const connected = counted(state.goals.length, {
    one: l10n.t('{0} is connected: {1} goal.', live.name, count),
    other: l10n.t('{0} is connected: {1} goals.', live.name, count),
  });
  void window.showInformationMessage(
    [connected, ...(live.report?.limits ?? []).map(trackerLimitText)].join(' '),
  );
}
