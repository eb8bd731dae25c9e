import type { VNode } from 'preact';
import { Cut } from '../shared/cut';
import { TextButton } from '../shared/textButton';
import { acts, useView } from './view';
import './from.css';

interface FromProps {
  /** The key of the goal that a value is inherited from; nothing is said of a goal's own. */
  readonly goal: string | undefined;
  /** The goal can be read from here. */
  readonly isLink?: boolean;
}

/** Whose a value is. Nothing is inherited in silence. */
export function From({ goal, isLink = false }: FromProps): VNode | null {
  const view = useView();
  if (goal === undefined) return null;
  const [before = '', after = ''] = view.strings.from.split('{0}');
  const key = <Cut text={goal} />;
  return (
    <span class="from quiet">
      {before !== '' && <span>{before}</span>}
      {isLink ? (
        <TextButton look="link" {...acts(view, 'readGoal', goal)}>
          {key}
        </TextButton>
      ) : (
        key
      )}
      {after !== '' && <span>{after}</span>}
    </span>
  );
}
