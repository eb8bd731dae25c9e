import type { VNode } from 'preact';
import type { Line } from '../../panel/contract/controls';
import type { GoalRow, GoalSheet as Sheet } from '../../panel/contract/goalSheet';
import { Chain } from './chain';
import { Commits } from './commits';
import { Fold } from './fold';
import { GoalItem } from './goalItem';
import { GoalRows } from './goalRows';
import { HowWeKnow } from './howWeKnow';
import { Metrics } from './metrics';
import { WhyItMatters } from './whyItMatters';
import { WhyNow } from './whyNow';
import { useView } from './view';
import './goalSheet.css';

interface GoalSheetProps {
  readonly goal: Sheet;
  /** Lines in addition to the goal's own. */
  readonly lines?: readonly Line[];
  /** The branch's other goals. */
  readonly also?: readonly GoalRow[];
  /** Whether it is only read, whatever the branch serves. */
  readonly isOnlyRead?: boolean;
}

/**
 * Everything about one goal: the goal, why it matters and why now, where it belongs, and how the code was tied to it.
 */
export function GoalSheet({ goal, lines = [], also = [], isOnlyRead = false }: GoalSheetProps): VNode {
  const { strings } = useView();
  return (
    <div class="sheet" data-scope={`goal/${goal.key}`}>
      <div class="sheetMain">
        <GoalItem goal={goal} lines={[...goal.lines, ...lines]} />
        {also.length > 0 && (
          <Fold id="also" title={strings.alsoServes}>
            <GoalRows goals={also} />
          </Fold>
        )}
        <WhyItMatters goal={goal} />
      </div>
      <div class="sheetSide">
        <WhyNow groups={goal.whyNow} />
        <Metrics metrics={goal.metrics} />
        <Chain goal={goal} isOnlyRead={isOnlyRead} />
        <HowWeKnow goal={goal} />
        <Commits history={goal.history} />
      </div>
    </div>
  );
}
