import { commands as vscodeCommands, l10n, window } from 'vscode';
import { Refusal } from '../../core/errors';
import { moreUrgentThan } from '../../core/views/moreUrgent';
import { openGoals, rankGoals } from '../../core/views/ranking';
import { compareText } from '../../presentation/compareText';
import { commands, hiddenCommands } from '../ids';
import type { Services } from '../services';

type Needs = Pick<Services, 'context' | 'store' | 'textOptions'>;

/** Says in one sentence whether something more urgent than the branch's work is waiting, and for whom. */
export async function compareWork(services: Needs): Promise<void> {
  const { branch } = services.context.current;
  const { catalog } = services.store;
  const linked = branch?.served.goals.map((served) => served.linked) ?? [];
  // A branch may serve an objective alone, which no list of work has.
  const [work] = openGoals(linked, catalog);
  if (!work) {
    throw new Refusal(l10n.t('This branch serves no open goal to compare with. Link it to one first.'), [
      'linkBranch',
    ]);
  }
  const more = moreUrgentThan(work, rankGoals(catalog.all(branch?.repository.rootUri.toString()), catalog));
  const text = compareText(work, more, services.textOptions());
  const read = l10n.t('Read It');
  const check = l10n.t('Check Priorities');
  const answer = await window.showInformationMessage(text, ...(more ? [read] : []), check);
  if (answer === read) await vscodeCommands.executeCommand(hiddenCommands.readGoal, more?.first.goal.key);
  else if (answer === check) await vscodeCommands.executeCommand(commands.checkPriorities);
}
