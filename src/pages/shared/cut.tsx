import type { VNode } from 'preact';
import './cut.css';

interface CutProps {
  readonly text: string;
  /** What the tooltip says where that is more than the text. */
  readonly title?: string | undefined;
  readonly class?: string;
}

/** Text on one line, never broken: what does not fit is cut, and the tooltip has it. */
export function Cut({ text, title = text, class: more }: CutProps): VNode {
  return (
    <span class={more === undefined ? 'cut' : `cut ${more}`} title={title} dir="auto">
      {text}
    </span>
  );
}
