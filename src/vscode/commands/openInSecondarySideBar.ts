import { commands, ConfigurationTarget, workspace } from 'vscode';
import { views } from '../ids';

/** Shows the panel in the secondary side bar too, from now on, and goes there. */
export async function openInSecondarySideBar(): Promise<void> {
  const settings = workspace.getConfiguration('goalLens');
  if (settings.get('secondarySideBar.enabled') !== true)
    await settings.update('secondarySideBar.enabled', true, ConfigurationTarget.Global);
  await commands.executeCommand(`${views.panelSecondary}.focus`);
}
