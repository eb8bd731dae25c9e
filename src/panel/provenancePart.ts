import * as l10n from '@vscode/l10n';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import { isSameGoal } from '../core/goal/goal';
import type { ServedGoal } from '../core/links/servedGoals';
import { goalView } from '../core/views/goalView';
import { spelling } from '../presentation/goalText';
import { evidenceText } from '../presentation/provenanceText';
import type { TextOptions } from '../presentation/textOptions';
import type { GoalSheet } from './contract/goalSheet';

/** How a branch was matched to a goal, step by step, and what to do if that is wrong. */
export function provenancePart(
  { goal, linked, link }: ServedGoal,
  catalog: GoalCatalog,
  options: Pick<TextOptions, 'spell'>,
): NonNullable<GoalSheet['provenance']> {
  const climb = [linked, ...goalView(linked, catalog).ancestors];
  const end = climb.findIndex((each) => isSameGoal(each, goal));
  return {
    steps: [evidenceText(link.provenance), ...climb.slice(0, end + 1).map((each) => spelling(each, options))],
    buttons: [
      { label: l10n.t('Not {0}', spelling(linked, options)), action: 'notThisGoal', key: linked.key },
      { label: l10n.t('Link Another Goal…'), action: 'linkBranch' },
    ],
  };
}
