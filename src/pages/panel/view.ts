import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelAction } from '../../panel/contract/controls';
import type { Strings } from '../../panel/contract/protocol';
import type { Press } from '../shared/focusKey';

/** What every part of the panel needs besides the state: words, what the person has opened, and the way to the host. */
export interface View {
  readonly strings: Strings;
  /** Whether the person opened the part with this id; `otherwise` is its initial state. */
  isOpen(id: string, otherwise?: boolean): boolean;
  toggle(id: string, open: boolean): void;
  act(action: PanelAction, key?: string, index?: number): void;
  /** Moves the focus to the bar of the file. */
  readonly skipToFile: (event: Event) => void;
}

/** Provides the view to every component. */
export const ViewContext = createContext<View | undefined>(undefined);

/** The view of the calling component. */
export function useView(): View {
  const view = useContext(ViewContext);
  if (view === undefined) throw new Error('There is no view around this component.');
  return view;
}

/** Makes a control ask the host for something. */
export function acts(view: View, action: PanelAction, key?: string, index?: number): Press {
  return {
    'data-control': JSON.stringify([action, key, index]),
    onClick: () => view.act(action, key, index),
  };
}

/** Makes a control open or close the part with this id. */
export function toggles(
  view: View,
  id: string,
  open: boolean,
): Press & { readonly 'aria-expanded': boolean } {
  return { 'data-control': id, 'aria-expanded': open, onClick: () => view.toggle(id, !open) };
}
