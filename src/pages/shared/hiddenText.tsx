import type { ComponentChildren, VNode } from 'preact';
import './hiddenText.css';

/** Text that only assistive technology reads. */
export function HiddenText({ children }: { readonly children: ComponentChildren }): VNode {
  return <span class="hiddenText">{children}</span>;
}
