import type { VNode } from 'preact';
import type { PanelState } from '../../panel/contract/panelState';
import { HiddenText } from '../shared/hiddenText';
import { Icon } from '../shared/icon';
import { GoalRow } from './goalRow';
import { useView } from './view';
import './fileSection.css';
import './section.css';

type FileGoals = NonNullable<Extract<PanelState, { kind: 'goals' }>['file']>;

/** The goals that the open file serves, as rows that open. */
export function FileSection({ file }: { readonly file: FileGoals }): VNode {
  const { strings } = useView();
  return (
    <section
      class="file"
      aria-labelledby="fileHeading"
      aria-busy={file.reading ? 'true' : undefined}
      data-scope="file"
    >
      <div class="sectionHead">
        <h2 id="fileHeading">{file.heading}</h2>
        <p class="where quiet">
          <Icon name="file" />
          <span class="fileName" dir="auto">
            {file.name}
          </span>
          {file.folder !== '' && (
            <span class="folder" dir="auto">
              {file.folder}
            </span>
          )}
        </p>
        {file.reading && (
          <div class="busyBar">
            <HiddenText>{strings.reading}</HiddenText>
          </div>
        )}
      </div>
      {file.goals.length > 0 && (
        <ul class="rows">
          {file.goals.map(({ ref, card }) => (
            <GoalRow
              key={card.key}
              goal={ref}
              card={card}
              scope={`file/${card.key.replace(/\s/gu, '_')}`}
              startsOpen={false}
            />
          ))}
        </ul>
      )}
      {file.empty !== undefined && <p class="quiet emptyFile">{file.empty}</p>}
    </section>
  );
}
