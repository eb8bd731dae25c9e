import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FromReportPage, ReportAction, ReportStrings } from '../../reportPage/contract/protocol';
import type { Press } from '../shared/focusKey';

type Filter = Extract<FromReportPage, { type: 'filter' }>;

/** What every part of the report needs besides the state. */
export interface View {
  readonly strings: ReportStrings;
  /** The chosen view of a chart; undefined for its first one. */
  viewOf(chart: string): string | undefined;
  showAs(chart: string, view: string): void;
  /** Whether the person opened something that starts folded. */
  isOpen(id: string): boolean;
  toggle(id: string, open: boolean): void;
  filter(name: Filter['name'], value: string): void;
  act(action: ReportAction, key?: string, commit?: string): void;
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
export function acts(view: View, action: ReportAction, key?: string, commit?: string): Press {
  return {
    'data-control': JSON.stringify([action, key, commit]),
    onClick: () => view.act(action, key, commit),
  };
}
