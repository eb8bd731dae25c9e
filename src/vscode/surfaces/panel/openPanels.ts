import { l10n, type Uri } from 'vscode';
import type { Services } from '../../services';
import type { Disposable } from '../../../core/event';
import { BranchCheck } from '../../context/branchCheck';
import type { BranchDrift } from '../../context/branchDrift';
import { driftBadge } from '../../../presentation/driftText';
import { CommitWatch } from './commitWatch';
import { GoalHistory } from './goalHistory';
import { GoalPanels } from './goalPanels';
import { panelPort, type PanelServices } from './panelPort';

/** What the open panel works with. */
export type PanelNeeds = PanelServices &
  Pick<Services, 'histories' | 'memento' | 'notesWritten' | 'pathMaps' | 'references' | 'settings'>;

/** Builds the panel and keeps it current; `own` takes what must be disposed. */
export function openPanels(
  extensionUri: Uri,
  services: PanelNeeds,
  drift: BranchDrift,
  own: (...items: Disposable[]) => void,
): GoalPanels {
  const history = new GoalHistory(services);
  const commits = new CommitWatch(services);
  const check = new BranchCheck(services);
  const panels = new GoalPanels(
    extensionUri,
    panelPort(services, { history, commits, check, drift }),
    l10n.t('Goals'),
  );
  const update = (): void => panels.update();
  const { commitBoxes, context, hookOffer } = services;
  own(history, commits, check, panels);
  for (const { onDidChange } of [context, commitBoxes, hookOffer, history, commits, check, drift])
    own(onDidChange(update));
  const tell = (): void => panels.setBadge(driftBadge(drift.current, services.textOptions()));
  own(drift.onDidChange(tell));
  tell();
  return panels;
}
