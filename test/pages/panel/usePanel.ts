import type { Strings } from '../../../src/panel/contract/protocol';
import type { OpenOptions } from '../support/webviewPage';
import { usePages } from '../support/usePages';
import { PanelPage, startPanelServer } from './panelPage';

/** Opens the panel's page. */
export type OpenPanel = (options?: OpenOptions) => Promise<PanelPage>;

/** Gives the tests of a suite the panel's page, in other words if there are some. */
export function usePanel(suite: Mocha.Suite, words?: Strings): OpenPanel {
  return usePages(
    suite,
    () => startPanelServer(words),
    (...of) => PanelPage.open(...of),
  );
}
