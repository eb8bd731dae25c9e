import type { VNode } from 'preact';
import type { Notice } from '../../panel/contract/controls';
import { Icon } from '../shared/icon';
import { TextButton } from '../shared/textButton';
import { Unbroken } from '../shared/unbroken';
import { ButtonLinks } from './buttonLinks';
import { toggles, useView } from './view';
import './notices.css';

/** What is wrong, and what to do about it; only the first notice until the person asks for more. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }): VNode | null {
  const view = useView();
  const { strings } = view;
  if (notices.length === 0) return null;
  const open = view.isOpen('notices');
  const hidden = notices.length - 1;
  const toggle = hidden > 0 && (
    <TextButton
      look="link"
      aria-label={open ? undefined : `+${hidden} ${strings.moreNotices}`}
      {...toggles(view, 'notices', open)}
    >
      {open ? strings.showLess : `+${hidden}`}
    </TextButton>
  );
  return (
    <ul class="notices" aria-label={strings.notices} data-scope="notices">
      {(open ? notices : notices.slice(0, 1)).map(({ severity, text, buttons }, index) => (
        <li key={text} class={`notice notice-${severity}`}>
          <Icon name={severity} />
          <div>
            <p class={open ? undefined : 'clamp2'} title={text} dir="auto">
              <Unbroken text={text} />
            </p>
            <ButtonLinks buttons={buttons}>{index === 0 && toggle}</ButtonLinks>
          </div>
        </li>
      ))}
    </ul>
  );
}
