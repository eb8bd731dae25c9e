import { Fragment, type VNode } from 'preact';
import type { Line } from '../../panel/contract/controls';
import { Icon } from '../shared/icon';
import { TextButton } from '../shared/textButton';
import { Unbroken } from '../shared/unbroken';
import { acts, useView } from './view';
import './lines.css';

/** Quiet lines, each with what can be done about it. */
export function Lines({ lines }: { readonly lines: readonly Line[] }): VNode | null {
  const view = useView();
  if (lines.length === 0) return null;
  return (
    <ul class="lines">
      {lines.map(({ icon, text, buttons }) => (
        <li key={text} class={`line line-${icon}`}>
          <Icon name={icon} />
          <span>
            <span dir="auto">
              <Unbroken text={text} />
            </span>
            {buttons.map(({ label, action, key }) => (
              <Fragment key={label}>
                {' '}
                <TextButton look="link" {...acts(view, action, key)}>
                  {label}
                </TextButton>
              </Fragment>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
