import type { VNode } from 'preact';
import { Cut } from '../shared/cut';
import { TextButton } from '../shared/textButton';
import { acts, useView } from './view';
import './from.css';

interface FromProps {
  /** The key of the goal that a value is inherited from; absent for the goal's own value. */
  readonly goal: string | undefined;
  /** Whether the goal can be opened from here. */
  readonly isLink?: boolean;
}

/** Which goal a value comes from. Nothing is inherited silently. */
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
