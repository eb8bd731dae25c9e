import { commands } from 'vscode';
import { views } from '../ids';

/** Our view containers, as declared in the manifest: in the primary side bar, and in the secondary one. */
type Container = 'goalLens' | 'goalLensBeside';

/**
 * Moves our views to a side bar; VS Code keeps their place across reloads. Versions without containers in the secondary
 * side bar do not know the second one, and leave everything where it is.
 */
export async function moveViews(container: Container): Promise<void> {
  await commands.executeCommand('vscode.moveViews', {
    viewIds: [views.panel, views.goals],
    destinationId: `workbench.view.extension.${container}`,
  });
}
