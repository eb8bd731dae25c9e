import type { PanelState } from '../../panel/contract/panelState';
import { goalRow } from './goalRow';
import { hiddenText } from './controls';
import type { ElementNode } from './h';
import { h } from './h';
import { icon } from './icons';
import type { View } from './view';

type FileGoals = NonNullable<Extract<PanelState, { kind: 'goals' }>['file']>;

/** The goals that the open file serves, as rows that open. */
export function fileSection(view: View, file: FileGoals): ElementNode {
  return h(
    'section',
    {
      key: 'file',
      class: 'file',
      attrs: { 'aria-labelledby': 'fileHeading', 'aria-busy': file.reading && 'true', 'data-scope': 'file' },
    },
    h(
      'div',
      { class: 'sectionHead' },
      h('h2', { attrs: { id: 'fileHeading' } }, file.heading),
      h(
        'p',
        { class: 'where quiet' },
        icon('file'),
        h('span', { class: 'fileName', attrs: { dir: 'auto' } }, file.name),
        file.folder !== '' && h('span', { class: 'folder', attrs: { dir: 'auto' } }, file.folder),
      ),
      file.reading && h('div', { class: 'busyBar' }, hiddenText(view.strings.reading)),
    ),
    file.goals.length > 0 &&
      h(
        'ul',
        { key: 'rows', class: 'rows' },
        file.goals.map(({ ref, card }) =>
          goalRow(view, ref, card, `file/${card.key.replace(/\s/gu, '_')}`, false),
        ),
      ),
    file.empty !== undefined && h('p', { key: 'empty', class: 'quiet emptyFile' }, file.empty),
  );
}
