import type { VNode } from 'preact';
import type { PanelButton } from '../../panel/contract/controls';
import { TextButton } from '../shared/textButton';
import { acts, useView } from './view';
import './buttonLinks.css';

/** Buttons that look like links, in a row. */
export function ButtonLinks({ buttons }: { readonly buttons: readonly PanelButton[] }): VNode | null {
  const view = useView();
  if (buttons.length === 0) return null;
  return (
    <div class="buttonLinks" data-roving>
      {buttons.map(({ label, action, key }) => (
        <TextButton key={label} look="link" {...acts(view, action, key)}>
          {label}
        </TextButton>
      ))}
    </div>
  );
}
