import { l10n, workspace, type TextDocument, type Uri } from 'vscode';
import { GoalLensError } from '../../core/errors';
import { fileExists } from './fileExists';

/**
 * Opens a file of the team for a change; one that does not exist is begun with a text. A file that is there and cannot be
 * opened, because it is taken for binary or is too large, for one, is never replaced.
 *
 * @param path how the file is called in messages
 * @throws {GoalLensError} if it cannot be opened
 */
export async function openTeamFile(uri: Uri, path: string, beginning: string): Promise<TextDocument> {
  try {
    if (!(await fileExists(uri))) await workspace.fs.writeFile(uri, new TextEncoder().encode(beginning));
    return await workspace.openTextDocument(uri);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new GoalLensError(l10n.t('{0} cannot be opened: {1}', path, reason));
  }
}
