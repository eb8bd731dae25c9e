import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { formSteps, type GoalDraft } from '../../../src/vscode/commands/addGoal/goalForm';
import { goal, shopGoals } from '../../support/builders';
import { until } from '../../support/until';

describe('the form of Add Goal', () => {
  /** Presses Enter in a step that is asked again, as after Back. */
  async function entered(step: number, draft: GoalDraft, goals = shopGoals()): Promise<GoalDraft> {
    let answered: GoalDraft | undefined;
    const asked = formSteps(goals, undefined)[step]!;
    const asking = asked.ask(draft, { title: 'Add Goal', step: step + 1 }).then((answer) => {
      assert.equal(answer.kind, 'next');
      answered = answer.value;
    });
    await until('Enter is taken', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return answered;
    });
    await asking;
    return answered!;
  }

  it('keeps the level, the parent and the priority that were chosen before', async () => {
    const draft: GoalDraft = { title: 'New', level: 'epic', key: 'SHOP-300', parent: 'SHOP-7', priority: 3 };
    for (const step of [1, 3, 4]) assert.deepEqual(await entered(step, draft), draft);
  });

  it('tells parents of the same title apart', async () => {
    const twins = ['SHOP-7', 'SHOP-8'].map((key) => goal(key, { title: 'Checkout' }));
    const draft: GoalDraft = { title: 'New', level: 'epic', key: 'SHOP-300', parent: 'SHOP-8' };
    assert.deepEqual(await entered(3, draft, twins), draft);
  });

  it('forgets the parent with the level that it was chosen for', async () => {
    const before: GoalDraft = { title: 'New', parent: 'SHOP-7' };
    assert.deepEqual(await entered(1, before), { title: 'New', level: 'item' });
  });
});
