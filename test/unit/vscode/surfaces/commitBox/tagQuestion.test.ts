import assert from 'node:assert/strict';
import { until } from '../../../../support/until';
import type { BranchContext } from '../../../../../src/vscode/context/branchGoals';
import { TagQuestion } from '../../../../../src/vscode/surfaces/commitBox/tagQuestion';

function branch(name: string, ...keys: string[]): BranchContext {
  const initiatives = new Map(keys.map((key) => [key, { key }]));
  const served = { goals: keys.map((key) => ({ goal: initiatives.get(key) })), unknown: [] };
  return {
    repository: { rootUri: { toString: () => 'file:///shop' } },
    name,
    served,
  } as unknown as BranchContext;
}

/** Questions that a test answers, and what was asked about. */
function questions() {
  const asked: string[] = [];
  const answers: ((answer: boolean | Error) => void)[] = [];
  const errors: unknown[] = [];
  let settled: () => void = () => undefined;
  const question = new TagQuestion(
    ({ name }) => {
      asked.push(name ?? '');
      return new Promise((resolve, reject) => {
        answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
      });
    },
    { error: (_: string, error: unknown) => void errors.push(error) },
    () => settled(),
  );
  /** Answers the question that stands, and waits until it stands no longer. */
  const answer = (value: boolean | Error): Promise<void> =>
    new Promise((resolve) => {
      settled = resolve;
      answers.pop()!(value);
    });
  return { question, asked, answer, errors };
}

describe('TagQuestion', () => {
  const one = branch('one', 'SHOP-7');
  const two = branch('two', 'SHOP-9');

  it('asks once for each branch and goal', async () => {
    const { question, asked, answer } = questions();
    question.ask(one);
    await answer(false);
    question.ask(one);
    question.ask(branch('one', 'SHOP-8'));
    assert.deepEqual(asked, ['one', 'one']);
    assert.equal(question.isAnsweredYes(one), false);
  });

  it('does not ask again for another item of the same initiative', async () => {
    const { question, asked, answer } = questions();
    question.ask(one);
    await answer(true);
    const withAnother = branch('one', 'SHOP-7', 'SHOP-7');
    question.ask(withAnother);
    assert.deepEqual(asked, ['one']);
    assert.equal(question.isAnsweredYes(withAnother), true);
  });

  it('puts no second question while one stands, and can put it afterwards', async () => {
    const { question, asked, answer } = questions();
    question.ask(one);
    question.ask(two);
    assert.deepEqual(asked, ['one']);
    await answer(true);
    assert.equal(question.isAnsweredYes(one), true);
    assert.equal(question.isAnsweredYes(two), false);
    question.ask(two);
    assert.deepEqual(asked, ['one', 'two']);
  });

  it('can ask about the next branch where a question failed', async () => {
    const { question, asked, answer, errors } = questions();
    const fault = new Error('No window shows it.');
    question.ask(one);
    await answer(fault);
    assert.deepEqual(errors, [fault]);
    question.ask(two);
    assert.deepEqual(asked, ['one', 'two']);
  });

  it('logs what an answer could not bring about', async () => {
    const errors: unknown[] = [];
    const fault = new Error('The box is gone.');
    const question = new TagQuestion(
      () => Promise.resolve(true),
      { error: (_: string, error: unknown) => void errors.push(error) },
      () => {
        throw fault;
      },
    );
    question.ask(one);
    await until('it is logged', () => errors.length > 0);
    assert.deepEqual(errors, [fault]);
    assert.equal(question.isAnsweredYes(one), true);
  });

  it('has nothing to ask where a branch serves no goal', () => {
    const { question, asked } = questions();
    question.ask(branch('main'));
    assert.deepEqual(asked, []);
  });
});
