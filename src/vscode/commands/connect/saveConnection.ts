import { ConfigurationTarget, workspace } from 'vscode';
import { GoalLensError } from '../../../core/errors';
import { connectionSchema, toConnection } from '../../../trackers/connection/connection';

/**
 * Writes a settings entry, replacing an entry for the same connection.
 *
 * @throws {GoalLensError} if VS Code cannot write it
 */
export async function saveConnection(entry: object, target: 'workspace' | 'user'): Promise<void> {
  const settings = workspace.getConfiguration('goalLens');
  const kept = settings.inspect<unknown>('trackers');
  const before = target === 'workspace' ? kept?.workspaceValue : kept?.globalValue;
  const id = idOf(entry);
  const others = (Array.isArray(before) ? (before as unknown[]) : []).filter((each) => idOf(each) !== id);
  try {
    await settings.update(
      'trackers',
      [...others, entry],
      target === 'workspace' ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
    );
  } catch (error) {
    // VS Code explains in plain words why it cannot write its settings, and what to do.
    throw new GoalLensError(error instanceof Error ? error.message : String(error));
  }
}

/** Removes a connection's entry from the settings, wherever it is; false if no writable settings have it. */
export async function removeConnection(id: string): Promise<boolean> {
  const settings = workspace.getConfiguration('goalLens');
  const kept = settings.inspect<unknown>('trackers');
  let isFound = false;
  for (const [list, target] of [
    [kept?.workspaceValue, ConfigurationTarget.Workspace],
    [kept?.globalValue, ConfigurationTarget.Global],
  ] as const) {
    if (!Array.isArray(list)) continue;
    const others = (list as unknown[]).filter((each) => idOf(each) !== id);
    if (others.length === list.length) continue;
    isFound = true;
    await settings.update('trackers', others.length > 0 ? others : undefined, target);
  }
  return isFound;
}

/** The id of an entry's connection; an invalid entry has none, and stays for the person to mend. */
function idOf(entry: unknown): string | undefined {
  const { data } = connectionSchema.safeParse(entry);
  return data && toConnection(data).id;
}
