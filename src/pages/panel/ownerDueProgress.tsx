import type { VNode } from 'preact';
import type { Due, GoalSheet } from '../../panel/contract/goalSheet';
import { Cut } from '../shared/cut';
import { HiddenText } from '../shared/hiddenText';
import { From } from './from';
import { Track } from './track';
import { useView } from './view';
import './ownerDueProgress.css';

/** Who owns the goal, when it is due, and how far it is. */
export function OwnerDueProgress({ goal }: { readonly goal: GoalSheet }): VNode {
  const { strings } = useView();
  const { owner, due, progress } = goal;
  return (
    <dl class="facts">
      {owner && (
        <div>
          <dt>{strings.owner}</dt>
          <dd>
            <Cut
              text={owner.name}
              title={owner.email === undefined ? undefined : `${owner.name} ${owner.email}`}
            />
          </dd>
        </div>
      )}
      {due && (
        <div>
          <dt>{strings.due}</dt>
          <dd>
            <DueText due={due} />
          </dd>
        </div>
      )}
      <div>
        <dt>{strings.progress}</dt>
        {progress ? (
          <dd class="progress">
            <Track fraction={progress.fraction} progress={{ name: strings.progress, text: progress.label }} />
            <span class="nobreak" aria-hidden="true">
              {progress.label}
            </span>
          </dd>
        ) : (
          <dd class="quiet">{strings.notRecorded}</dd>
        )}
      </div>
    </dl>
  );
}

/** Who owns a goal and when it is due, on one line. */
export function OwnerAndDue({ goal }: { readonly goal: Pick<GoalSheet, 'owner' | 'due'> }): VNode | null {
  const { strings } = useView();
  const { owner, due } = goal;
  if (!owner && !due) return null;
  return (
    <p class="by">
      {owner && (
        <span class="byPart">
          <HiddenText>{`${strings.owner}: `}</HiddenText>
          <Cut text={owner.name} />
        </span>
      )}
      {due && (
        <span class="byPart">
          <span class="quiet">{`${strings.due} `}</span>
          <DueText due={due} />
        </span>
      )}
    </p>
  );
}

function DueText({ due }: { readonly due: Due }): VNode {
  return (
    <>
      <span class={due.pressing ? 'strong nobreak' : 'nobreak'} dir="auto">
        {due.date === undefined ? due.text : `${due.text},`}
      </span>
      {due.date !== undefined && (
        <>
          {' '}
          <span class="quiet nobreak" dir="auto">
            {due.date}
          </span>
        </>
      )}{' '}
      <From goal={due.from} />
    </>
  );
}
