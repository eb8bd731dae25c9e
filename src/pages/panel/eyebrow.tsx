import type { VNode } from 'preact';
import type { GoalSheet } from '../../panel/contract/goalSheet';
import { Cut } from '../shared/cut';
import { Dot } from '../shared/dot';
import { IconButton } from '../shared/iconButton';
import { acts, useView } from './view';
import './eyebrow.css';

interface EyebrowProps {
  readonly goal: Pick<GoalSheet, 'key' | 'reference' | 'levelLabel' | 'hasUrl'>;
  /** Whether the key can be copied. */
  readonly hasCopy?: boolean;
}

/** The level and key above a title, and what can be done with the goal. */
export function Eyebrow({ goal, hasCopy = false }: EyebrowProps): VNode {
  const view = useView();
  const { strings } = view;
  return (
    <div class="eyebrow">
      <span class="eyebrowText quiet">
        <span>
          {goal.levelLabel}
          <Dot />
        </span>
        <Cut text={goal.reference ?? goal.key} />
      </span>
      {(hasCopy || goal.hasUrl) && (
        <span
          class="eyebrowButtons"
          role="toolbar"
          aria-label={`${strings.actions} ${goal.reference ?? goal.key}`}
          data-roving
        >
          {hasCopy && <IconButton icon="copy" label={strings.copyKey} {...acts(view, 'copyKey', goal.key)} />}
          {hasCopy && (
            <IconButton icon="agent" label={strings.copyBrief} {...acts(view, 'copyBrief', goal.key)} />
          )}
          {goal.hasUrl && (
            <IconButton
              icon="open"
              label={strings.openInTracker}
              {...acts(view, 'openInTracker', goal.key)}
            />
          )}
        </span>
      )}
    </div>
  );
}
