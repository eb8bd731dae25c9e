import type { VNode } from 'preact';
import type { DrillSheet } from '../../reportPage/contract/protocol';
import { Icon } from '../shared/icon';
import { IconButton } from '../shared/iconButton';
import { TextButton } from '../shared/textButton';
import { acts, useView } from './view';
import './drill.css';

/** The heading of the commits, which takes the focus when they are opened. */
export const drillId = 'drillTitle';

/** The commits behind a figure, and their files. */
export function Drill({ drill }: { readonly drill: DrillSheet }): VNode {
  const view = useView();
  const { title, text, commits } = drill;
  return (
    <section class="drill" aria-labelledby={drillId}>
      <header>
        <h2 id={drillId} tabIndex={-1}>
          {title}
        </h2>
        <span class="quiet">{text}</span>
        <IconButton icon="close" label={view.strings.close} {...acts(view, 'closeCommits')} />
      </header>
      <ul>
        {commits.map((commit) => (
          <Commit key={commit.id} commit={commit} />
        ))}
      </ul>
    </section>
  );
}

function Commit({ commit }: { readonly commit: DrillSheet['commits'][number] }): VNode {
  const view = useView();
  const { id, subject, facts, files } = commit;
  const { strings } = view;
  return (
    <li>
      <div class="commitRow">
        <button
          type="button"
          class="iconButton"
          aria-expanded={files !== undefined}
          aria-label={`${strings.files}: ${subject}`}
          title={strings.files}
          {...acts(view, 'showFiles', id)}
        >
          <Icon name={files === undefined ? 'chevronRight' : 'chevronDown'} />
        </button>
        <TextButton look="reference" title={strings.openChanges} {...acts(view, 'openChanges', id)}>
          {subject}
        </TextButton>
        <span class="facts quiet small">{facts}</span>
      </div>
      {files && (
        <ul class="files">
          {files.map(({ path, change }) => (
            <li key={path}>
              <TextButton look="reference" {...acts(view, 'openFile', path, id)}>
                {path}
              </TextButton>{' '}
              <span class="quiet small">{change}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
