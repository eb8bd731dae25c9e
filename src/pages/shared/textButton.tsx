import type { ButtonHTMLAttributes, VNode } from 'preact';
import type { Press } from './focusKey';
import './textButton.css';

interface TextButtonProps extends Omit<ButtonHTMLAttributes, 'onClick'>, Press {
  /** `more` stands on a line of its own. */
  readonly look: 'link' | 'reference' | 'more';
}

/** A button that looks like text: a link in the theme's colour, or a reference to a goal. */
export function TextButton({ look, ...attributes }: TextButtonProps): VNode {
  return <button type="button" class={look === 'more' ? 'link more' : look} {...attributes} />;
}
