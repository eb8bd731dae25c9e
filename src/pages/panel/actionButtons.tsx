import type { VNode } from 'preact';
import type { PanelButton } from '../../panel/contract/controls';
import { BigButtons } from '../shared/bigButtons';
import { acts, useView } from './view';

/** Buttons at full size that ask the host for something. */
export function ActionButtons({ buttons }: { readonly buttons: readonly PanelButton[] }): VNode {
  const view = useView();
  return (
    <BigButtons
      buttons={buttons.map(({ action, key, ...button }) => ({ ...button, ...acts(view, action, key) }))}
    />
  );
}
