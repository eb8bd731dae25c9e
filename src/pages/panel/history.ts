import type { GoalCard } from '../../panel/contract/panelState';
import { block } from './block';
import { onClick, textButton } from './controls';
import type { ElementNode } from './h';
import { h } from './h';
import type { View } from './view';

/** The latest commits that served the goal, and the files that they touch most; left out until the history is read. */
export function history(view: View, card: GoalCard): ElementNode | undefined {
  const { strings } = view;
  const { commits = [], files = [] } = card.history ?? {};
  if (commits.length === 0) return undefined;
  return block(
    'history',
    strings.latestCommits,
    textButton('link', onClick('showCommits', card.key), strings.showAll),
    h(
      'ul',
      { class: 'refs history' },
      commits.map(({ sha, subject, when }) => line(sha, 'openCommit', subject, when)),
    ),
    files.length > 0 && h('h5', { class: 'quiet subHeading' }, strings.touchedFiles),
    files.length > 0 &&
      h(
        'ul',
        { class: 'refs history' },
        files.map(({ path, name, commits: count }) => line(path, 'openFile', name, count, path)),
      ),
  );
}

function line(
  key: string,
  action: 'openCommit' | 'openFile',
  text: string,
  note: string,
  title = text,
): ElementNode {
  return h(
    'li',
    { key, class: 'ref' },
    h(
      'span',
      { class: 'refText' },
      textButton(
        'reference',
        { title, ...onClick(action, key) },
        h('span', { attrs: { dir: 'auto' } }, text),
      ),
      ' ',
      h('span', { class: 'quiet when' }, note),
    ),
  );
}
