import type { VNode } from 'preact';
import type { FileBar as File } from '../../panel/contract/panelState';
import { Cut } from '../shared/cut';
import { HiddenText } from '../shared/hiddenText';
import { Icon } from '../shared/icon';
import { ButtonLinks } from './buttonLinks';
import { GoalRows } from './goalRows';
import { PriorityShape } from '../shared/priorityShape';
import { toggles, useView } from './view';
import '../shared/busyBar.css';
import './fileBar.css';

/** The name under which the file bar's being open is remembered. */
export const fileBarId = 'fileBar';

/** The goals of the file in the editor: a line at the foot of the panel that opens upwards. */
export function FileBar({ file }: { readonly file: File }): VNode {
  const view = useView();
  const { strings } = view;
  const open = view.isOpen(fileBarId);
  return (
    <section
      class="fileBar"
      aria-label={strings.thisFile}
      aria-busy={file.reading ? 'true' : undefined}
      data-scope="file"
    >
      {file.reading && (
        <div class="busyBar">
          <HiddenText>{strings.reading}</HiddenText>
        </div>
      )}
      <h2>
        <button type="button" id={fileBarId} class="fileHead" {...toggles(view, fileBarId, open)}>
          <Icon name={open ? 'chevronDown' : 'chevronUp'} />
          <span class="fileName">
            <span class="wide quiet">{strings.thisFile}</span>
            <Cut text={file.name} title={file.path} class="strong" />
          </span>
          {open ? <span class="quiet small nobreak">{file.count}</span> : <Marks file={file} />}
        </button>
      </h2>
      {open && (
        <div class="fileList">
          {file.goals.length > 0 && <GoalRows goals={file.goals} />}
          {file.empty !== undefined && <p class="quiet">{file.empty}</p>}
          <ButtonLinks buttons={file.buttons} />
        </div>
      )}
    </section>
  );
}

function Marks({ file: { marks, note } }: { readonly file: File }): VNode {
  return (
    <span class="fileMarks">
      {marks.map(({ key, title, rank }) => (
        <span key={key} class="fileMark" title={title}>
          <PriorityShape rank={rank} />
          <Cut text={key} title={title} />
        </span>
      ))}
      {note !== undefined && <span class="quiet nobreak">{note}</span>}
    </span>
  );
}
