import type { VNode } from 'preact';
import type { Press } from './focusKey';
import { Icon } from './icon';
import type { IconName } from './iconSources';
import './iconButton.css';

interface IconButtonProps extends Press {
  readonly icon: IconName;
  readonly label: string;
}

/** A small square button with an icon for its face. */
export function IconButton({ icon, label, ...press }: IconButtonProps): VNode {
  return (
    <button type="button" class="iconButton" title={label} aria-label={label} {...press}>
      <Icon name={icon} />
    </button>
  );
}
