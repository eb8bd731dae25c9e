import type { VNode } from 'preact';
import type { PanelQuote } from '../../panel/contract/goalSheet';
import { HiddenText } from '../shared/hiddenText';
import { Icon } from '../shared/icon';
import { TextButton } from '../shared/textButton';
import { acts, toggles, useView } from './view';
import './quotes.css';

interface QuotesProps {
  /** The key of the goal that they are shown for. */
  readonly goal: string;
  readonly said: readonly PanelQuote[];
}

/** What customers said: the first few lines, until the person asks for the rest. */
export function Quotes({ goal, said }: QuotesProps): VNode {
  const view = useView();
  const { strings } = view;
  const id = `goal/${goal}/quotes`;
  const open = view.isOpen(id);
  const hidden = said.length - 1;
  const more = hidden > 0 ? `${strings.showMore} (${hidden})` : strings.showMore;
  return (
    <div class="quotes">
      <h4 class="hiddenText">{strings.customerSaid}</h4>
      <div data-clamped={!open} data-has-more={hidden > 0 ? '' : undefined}>
        {(open ? said : said.slice(0, 1)).map((quote, index) => (
          <QuoteFigure key={index} goal={goal} quote={quote} index={index} isCut={!open} />
        ))}
      </div>
      <TextButton look="more" {...toggles(view, id, open)}>
        {open ? strings.showLess : more}
        <HiddenText>{` – ${strings.customerSaid}`}</HiddenText>
      </TextButton>
    </div>
  );
}

interface QuoteFigureProps {
  readonly goal: string;
  readonly quote: PanelQuote;
  readonly index: number;
  readonly isCut: boolean;
}

function QuoteFigure({ goal, quote, index, isCut }: QuoteFigureProps): VNode {
  const view = useView();
  const source = quote.source ?? view.strings.source;
  return (
    <figure class="quote">
      <blockquote dir="auto" class={isCut ? 'clamp3' : undefined} data-measured>
        {quote.text}
      </blockquote>
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
