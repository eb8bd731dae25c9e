import { pageHtml, type PageShell } from '../pageShell/pageHtml';
import type { Strings } from './contract/protocol';
import { skeletonLines } from './contract/skeleton';

/** What the shell of the panel's page is made from. */
export interface PanelHtmlOptions extends Omit<PageShell, 'title' | 'strings' | 'bones'> {
  readonly strings: Strings;
}

/** The shell of the panel's page, with placeholder shapes until there is a state. */
export function panelHtml(options: PanelHtmlOptions): string {
  return pageHtml({ ...options, title: options.strings.goals, bones: skeletonLines });
}
