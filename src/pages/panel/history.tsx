import type { VNode } from 'preact';
import type { GoalCard } from '../../panel/contract/panelState';
import { TextButton } from '../shared/textButton';
import { Block } from './block';
import { acts, useView } from './view';
import './history.css';

/** The latest commits that served the goal, and the files that they touch most; left out until the history is read. */
export function History({ card }: { readonly card: GoalCard }): VNode | null {
  const view = useView();
  const { strings } = view;
  const { commits = [], files = [] } = card.history ?? {};
  if (commits.length === 0) return null;
  const showAll = (
    <TextButton look="link" {...acts(view, 'showCommits', card.key)}>
      {strings.showAll}
    </TextButton>
  );
  return (
    <Block name="history" title={strings.latestCommits} aside={showAll}>
      <ul class="refs history">
        {commits.map(({ sha, subject, when }) => (
          <Line key={sha} id={sha} action="openCommit" text={subject} note={when} />
        ))}
      </ul>
      {files.length > 0 && <h5 class="quiet subHeading">{strings.touchedFiles}</h5>}
      {files.length > 0 && (
        <ul class="refs history">
          {files.map(({ path, name, commits: count }) => (
            <Line key={path} id={path} action="openFile" text={name} note={count} title={path} />
          ))}
        </ul>
      )}
    </Block>
  );
}

interface LineProps {
  readonly id: string;
  readonly action: 'openCommit' | 'openFile';
  readonly text: string;
  readonly note: string;
  readonly title?: string;
}

function Line({ id, action, text, note, title = text }: LineProps): VNode {
  const view = useView();
  return (
    <li class="ref">
      <span class="refText">
        <TextButton look="reference" title={title} {...acts(view, action, id)}>
          <span dir="auto">{text}</span>
        </TextButton>{' '}
        <span class="quiet when">{note}</span>
      </span>
    </li>
  );
}
