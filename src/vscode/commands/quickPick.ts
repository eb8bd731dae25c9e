import { window, type QuickPick, type QuickPickItem, type QuickPickOptions } from 'vscode';
import { plainLine } from '../../core/plainText';

/** An entry of a list; its texts may be foreign, only `icon` is ours. */
export type PickEntry = QuickPickItem & { readonly icon?: string };

/** An entry as the list shows it; only `shownEntry` creates one. */
export interface ShownEntry<E extends PickEntry> extends QuickPickItem {
  readonly entry: E;
}

/** Puts foreign text on one line, without invisible characters or `$(name)` icons. */
export function labelText(text: string): string {
  return plainLine(text).replaceAll('$(', '$ (');
}

/** Makes an entry safe to show; everything in a list passes through here. */
export function shownEntry<E extends PickEntry>(entry: E): ShownEntry<E> {
  const { icon, label, description, detail, kind, picked, alwaysShow, buttons } = entry;
  return {
    entry,
    label: icon === undefined ? labelText(label) : `$(${icon}) ${labelText(label)}`,
    ...(description !== undefined && { description: labelText(description) }),
    ...(detail !== undefined && { detail: labelText(detail) }),
    ...(kind !== undefined && { kind }),
    ...(picked !== undefined && { picked }),
    ...(alwaysShow !== undefined && { alwaysShow }),
    ...(buttons && { buttons }),
  };
}

/** Lets a person pick one entry; undefined if they cancel. */
export async function pickEntry<E extends PickEntry>(
  entries: readonly E[],
  options: QuickPickOptions,
): Promise<E | undefined> {
  return (await window.showQuickPick(entries.map(shownEntry<E>), options))?.entry;
}

/** Lets a person pick any number of entries; undefined if they cancel. */
export async function pickEntries<E extends PickEntry>(
  entries: readonly E[],
  options: QuickPickOptions,
): Promise<E[] | undefined> {
  const picked = await window.showQuickPick(entries.map(shownEntry<E>), { ...options, canPickMany: true });
  return picked?.map(({ entry }) => entry);
}

/** An empty list that the caller fills by `shownEntry`. */
export function createEntryPick<E extends PickEntry>(): QuickPick<ShownEntry<E>> {
  return window.createQuickPick<ShownEntry<E>>();
}

/**
 * Keeps the items in the given order while a person types: VS Code would sort label matches by name and hide the
 * headings. The property is not part of the declared API; without it, only the order while typing suffers.
 */
export function keepOrder(pick: QuickPick<QuickPickItem>): void {
  if ('sortByLabel' in pick) pick.sortByLabel = false;
}
