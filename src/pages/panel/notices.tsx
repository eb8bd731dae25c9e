import type { VNode } from 'preact';
import type { Notice } from '../../panel/contract/panelState';
import { Icon } from '../shared/icon';
import { TextButton } from '../shared/textButton';
import { acts, useView } from './view';
import './notices.css';

/** Lines above the content: what is not as it should be, and what to do about it. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }): VNode | null {
  const view = useView();
  if (notices.length === 0) return null;
  return (
    <ul class="notices" aria-label={view.strings.notices} data-scope="notices">
      {notices.map(({ severity, text, buttons }) => (
        <li key={text} class={`notice notice-${severity}`}>
          <Icon name={severity} />
          <div>
            <p dir="auto">{text}</p>
            {buttons.length > 0 && (
              <div class="noticeButtons">
                {buttons.map(({ label, action, key }) => (
                  <TextButton key={label} look="link" {...acts(view, action, key)}>
                    {label}
                  </TextButton>
                ))}
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
