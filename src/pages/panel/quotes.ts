import type { PanelQuote } from '../../panel/contract/panelState';
import { hiddenText, textButton, onClick, onClickToggle } from './controls';
import type { ElementNode } from './h';
import { h } from './h';
import { icon } from './icons';
import type { View } from './view';

const shownAtFirst = 2;

/** What customers said, the first few until more is asked for. */
export function quotes(view: View, key: string, said: readonly PanelQuote[], scope: string): ElementNode {
  const { strings } = view;
  const id = `${scope}/quotes`;
  const open = view.isOpen(id);
  const hidden = said.length - shownAtFirst;
  return h(
    'div',
    { class: 'quotes' },
    h('h5', {}, strings.customerSaid),
    (open ? said : said.slice(0, shownAtFirst)).map((quote, index) => quoteFigure(view, key, quote, index)),
    hidden > 0 &&
      textButton(
        'link',
        onClickToggle(id, open),
        open ? strings.showLess : `${strings.showMore} (${hidden})`,
        hiddenText(` – ${strings.customerSaid}`),
      ),
  );
}

function quoteFigure(view: View, key: string, quote: PanelQuote, index: number): ElementNode {
  const source = quote.source ?? view.strings.source;
  return h(
    'figure',
    { key: `quote/${index}` },
    h('blockquote', { attrs: { dir: 'auto' } }, quote.text),
    (quote.source !== undefined || quote.hasUrl) &&
      h(
        'figcaption',
        { attrs: { dir: 'auto' } },
        quote.hasUrl
          ? textButton('link', onClick('openQuote', key, index), source, icon('open', 'after'))
          : source,
      ),
  );
}
