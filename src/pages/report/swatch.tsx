import type { VNode } from 'preact';

/** A sample of a chart's fill, next to the word for it. */
export function Swatch({ cls }: { readonly cls: string }): VNode {
  return (
    <svg class="swatch" aria-hidden="true">
      <rect class={cls} x="0.5" y="0.5" width="11" height="11" rx="1" />
    </svg>
  );
}
