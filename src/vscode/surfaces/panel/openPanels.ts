import { l10n, type Uri } from 'vscode';
import type { CommandServices } from '../../commands/commandServices';
import type { Disposable } from '../../../core/event';
import { GoalHistory } from './goalHistory';
import { GoalPanels } from './goalPanels';
import { panelPort } from './panelPort';

/** Builds the panel with all that it needs, and keeps it current; `own` takes what has to be let go. */
export function openPanels(
  extensionUri: Uri,
  services: CommandServices,
  own: (...items: Disposable[]) => void,
): GoalPanels {
  const history = new GoalHistory(services);
  const panels = new GoalPanels(extensionUri, panelPort(services, history), l10n.t('Goals'));
  const update = (): void => panels.update();
  const { commitBoxes, context } = services;
  own(
    history,
    panels,
    context.onDidChange(update),
    history.onDidChange(update),
    commitBoxes.onDidChange(update),
  );
  return panels;
}
