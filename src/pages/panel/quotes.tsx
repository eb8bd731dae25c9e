import type { VNode } from 'preact';
import type { PanelQuote } from '../../panel/contract/panelState';
import { HiddenText } from '../shared/hiddenText';
import { Icon } from '../shared/icon';
import { TextButton } from '../shared/textButton';
import { acts, toggles, useView } from './view';
import './quotes.css';

const shownAtFirst = 2;

interface QuotesProps {
  /** The key of the goal that they are about. */
  readonly goal: string;
  readonly said: readonly PanelQuote[];
  readonly scope: string;
}

/** What customers said, the first few until more is asked for. */
export function Quotes({ goal, said, scope }: QuotesProps): VNode {
  const view = useView();
  const { strings } = view;
  const id = `${scope}/quotes`;
  const open = view.isOpen(id);
  const hidden = said.length - shownAtFirst;
  return (
    <div class="quotes">
      <h5>{strings.customerSaid}</h5>
      {(open ? said : said.slice(0, shownAtFirst)).map((quote, index) => (
        <QuoteFigure key={index} goal={goal} quote={quote} index={index} />
      ))}
      {hidden > 0 && (
        <TextButton look="link" {...toggles(view, id, open)}>
          {open ? strings.showLess : `${strings.showMore} (${hidden})`}
          <HiddenText>{` – ${strings.customerSaid}`}</HiddenText>
        </TextButton>
      )}
    </div>
  );
}

interface QuoteFigureProps {
  readonly goal: string;
  readonly quote: PanelQuote;
  readonly index: number;
}

function QuoteFigure({ goal, quote, index }: QuoteFigureProps): VNode {
  const view = useView();
  const source = quote.source ?? view.strings.source;
  return (
    <figure>
      <blockquote dir="auto">{quote.text}</blockquote>
      {(quote.source !== undefined || quote.hasUrl) && (
        <figcaption dir="auto">
          {quote.hasUrl ? (
            <TextButton look="link" {...acts(view, 'openQuote', goal, index)}>
              {source}
              <Icon name="open" class="after" />
            </TextButton>
          ) : (
            source
          )}
        </figcaption>
      )}
    </figure>
  );
}
