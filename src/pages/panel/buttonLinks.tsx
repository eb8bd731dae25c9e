import type { ComponentChildren, VNode } from 'preact';
import type { PanelButton } from '../../panel/contract/controls';
import { TextButton } from '../shared/textButton';
import { acts, useView } from './view';
import './buttonLinks.css';

interface ButtonLinksProps {
  readonly buttons: readonly PanelButton[];
  /** A control of the page's own, after the buttons. */
  readonly children?: ComponentChildren;
}

/** Buttons that look like links, in a row. */
export function ButtonLinks({ buttons, children }: ButtonLinksProps): VNode | null {
  const view = useView();
  if (buttons.length === 0 && (children === undefined || children === false)) return null;
  return (
    <div class="buttonLinks" data-roving>
      {buttons.map(({ label, action, key }) => (
        <TextButton key={label} look="link" {...acts(view, action, key)}>
          {label}
        </TextButton>
      ))}
      {children}
    </div>
  );
}
