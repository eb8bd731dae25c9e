import type { Notice } from '../../panel/contract/panelState';
import type { Strings } from '../../panel/contract/protocol';
import { textButton, onClick } from './controls';
import type { ElementNode } from './h';
import { h } from './h';
import { icon } from './icons';

/** Lines above the content: what is not as it should be, and what to do about it. */
export function notices(strings: Strings, list: readonly Notice[]): ElementNode | undefined {
  if (list.length === 0) return undefined;
  return h(
    'ul',
    { key: 'notices', class: 'notices', attrs: { 'aria-label': strings.notices, 'data-scope': 'notices' } },
    list.map((notice) =>
      h(
        'li',
        { class: `notice notice-${notice.severity}` },
        icon(notice.severity),
        h(
          'div',
          {},
          h('p', { attrs: { dir: 'auto' } }, notice.text),
          notice.buttons.length > 0 &&
            h(
              'div',
              { class: 'noticeButtons' },
              notice.buttons.map((button) =>
                textButton('link', onClick(button.action, button.key), button.label),
              ),
            ),
        ),
      ),
    ),
  );
}
