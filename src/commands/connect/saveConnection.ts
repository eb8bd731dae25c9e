import { ConfigurationTarget, workspace } from 'vscode';

/** Writes an entry of the setting; one that points at the same place is replaced. */
export async function saveConnection(entry: object, target: 'workspace' | 'user'): Promise<void> {
  const settings = workspace.getConfiguration('goalLens');
  const kept = settings.inspect<unknown>('trackers');
  const before = target === 'workspace' ? kept?.workspaceValue : kept?.globalValue;
  const others = (Array.isArray(before) ? (before as unknown[]) : []).filter(
    (each) => !isSamePlace(each, entry),
  );
  await settings.update(
    'trackers',
    [...others, entry],
    target === 'workspace' ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
  );
}

function isSamePlace(a: unknown, b: object): boolean {
  if (typeof a !== 'object' || a === null) return false;
  const same = (name: string): boolean =>
    JSON.stringify(Reflect.get(a, name) ?? null) === JSON.stringify(Reflect.get(b, name) ?? null);
  return same('kind') && same('url') && same('follow');
}
