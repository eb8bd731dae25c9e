import type { ComponentChildren, VNode } from 'preact';
import './block.css';

interface BlockProps {
  readonly name: string;
  readonly title: string;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A titled part of a card. */
export function Block({ name, title, aside, children }: BlockProps): VNode {
  return (
    <section class={`block block-${name}`}>
      <div class="blockHead">
        <h4>{title}</h4>
        {aside}
      </div>
      {children}
    </section>
  );
}
