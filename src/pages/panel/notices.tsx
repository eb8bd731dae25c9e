import type { VNode } from 'preact';
import type { Notice } from '../../panel/contract/controls';
import { Icon } from '../shared/icon';
import { TextButton } from '../shared/textButton';
import { ButtonLinks } from './buttonLinks';
import { toggles, useView } from './view';
import './notices.css';

/** What is not as it should be, and what to do about it; the first of them until more are asked for. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }): VNode | null {
  const view = useView();
  const { strings } = view;
  if (notices.length === 0) return null;
  const open = view.isOpen('notices');
  return (
    <section class="notices" aria-label={strings.notices} data-scope="notices">
      <ul>
        {(open ? notices : notices.slice(0, 1)).map(({ severity, text, buttons }) => (
          <li key={text} class={`notice notice-${severity}`}>
            <Icon name={severity} />
            <div>
              <p class={open ? undefined : 'clamp3'} title={text} dir="auto">
                {text}
              </p>
              <ButtonLinks buttons={buttons} />
            </div>
          </li>
        ))}
      </ul>
      {notices.length > 1 && (
        <TextButton look="more" {...toggles(view, 'notices', open)}>
          {open ? strings.showLess : `${strings.moreNotices} (${notices.length - 1})`}
        </TextButton>
      )}
    </section>
  );
}
