import * as l10n from '@vscode/l10n';
import type { BranchConcern } from '../core/check/branchConcerns';
import { counted } from '../core/counted';
import { goalName, spelling } from './goalText';
import { oneLine } from './oneLine';
import type { TextOptions } from './textOptions';

const maxNamed = 3;

/** A concern about a branch before it is pushed, in one sentence: a fact, not an order. */
export function branchConcernText(concern: BranchConcern, options: TextOptions): string {
  switch (concern.kind) {
    case 'noGoal':
      return counted(concern.commits, {
        one: l10n.t('Its only commit serves no goal.'),
        other: l10n.t('Its {0} commits serve no goal.', concern.commits),
      });
    case 'several': {
      const { initiatives } = concern;
      const names = listed(initiatives.map((goal) => spelling(goal, options)));
      return l10n.t('It serves {0} initiatives: {1}.', initiatives.length, names);
    }
    case 'closed':
      return concern.goal.status?.category === 'dropped'
        ? l10n.t('{0} is dropped.', oneLine(goalName(concern.goal, options)))
        : l10n.t('{0} is done.', oneLine(goalName(concern.goal, options)));
    case 'outside': {
      const { paths } = concern;
      const names = listed(paths.map(({ path, keys }) => `${oneLine(path)} (${oneLine(keys.join(', '))})`));
      return counted(paths.length, {
        one: l10n.t('{0} file belongs to another goal: {1}.', paths.length, names),
        other: l10n.t('{0} files belong to other goals: {1}.', paths.length, names),
      });
    }
  }
}

function listed(names: readonly string[]): string {
  const rest = names.length - maxNamed;
  const shown = names.slice(0, maxNamed).join(', ');
  return rest > 0 ? l10n.t('{0} and {1} more', shown, rest) : shown;
}
