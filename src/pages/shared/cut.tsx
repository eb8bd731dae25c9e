import type { VNode } from 'preact';
import './cut.css';

interface CutProps {
  readonly text: string;
  /** The tooltip, if it says more than the text. */
  readonly title?: string | undefined;
  readonly class?: string;
}

/** Text on a single line: what does not fit is cut off, and the tooltip shows all of it. */
export function Cut({ text, title = text, class: more }: CutProps): VNode {
  return (
    <span class={more === undefined ? 'cut' : `cut ${more}`} title={title} dir="auto">
      {text}
    </span>
  );
}
