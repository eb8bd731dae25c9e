import assert from 'node:assert/strict';
import {
  runWizard,
  type Answer,
  type Pass,
  type Place,
  type Step,
} from '../../../../../src/vscode/commands/connect/wizardSteps';

/** What has been answered, by the name of the step. */
type Draft = Readonly<Record<string, string>>;
/** What a person does in a step: an answer, or a way out of it. */
type Deed = `=${string}` | 'back' | 'left' | 'pass';

describe('runWizard', () => {
  let asked: string[];
  let kept: Draft[];

  beforeEach(() => {
    asked = [];
    kept = [];
  });

  it('asks every step in turn, and tells where it stands', async () => {
    assert.deepEqual(await run([step('a', '=1'), step('b', '=2'), step('c', '=3')]), {
      a: '1',
      b: '2',
      c: '3',
    });
    assert.deepEqual(asked, ['a 1', 'b 2', 'c 3']);
  });

  it('keeps every answer as it comes', async () => {
    await run([step('a', '=1'), step('b', 'left')]);
    assert.deepEqual(kept, [{ a: '1' }]);
  });

  it('has no answer where the person leaves', async () => {
    assert.equal(await run([step('a', '=1'), step('b', 'left'), step('c')]), undefined);
    assert.deepEqual(asked, ['a 1', 'b 2']);
  });

  it('goes back to what was answered, and asks it anew', async () => {
    assert.deepEqual(await run([step('a', '=1', '=9'), step('b', 'back', '=2')]), { a: '9', b: '2' });
    assert.deepEqual(asked, ['a 1', 'b 2', 'a 1', 'b 2']);
  });

  it('passes over what is not needed, in both directions, and does not count it', async () => {
    const never = step('never');
    never.isNeeded = () => false;
    const steps = [never, step('a', '=1', '=1'), never, step('b', 'back', '=2'), never];
    assert.deepEqual(await run(steps), { a: '1', b: '2' });
    assert.deepEqual(asked, ['a 1', 'b 2', 'a 1', 'b 2']);
  });

  it('counts on where an answer makes a step needed', async () => {
    const more = step('more', '=x');
    more.isNeeded = ({ a }) => a === 'yes';
    assert.deepEqual(await run([step('a', '=yes'), more, step('b', '=2')]), { a: 'yes', more: 'x', b: '2' });
    assert.deepEqual(asked, ['a 1', 'more 2', 'b 3']);
  });

  it('goes back past a step that had nothing to ask', async () => {
    const steps = [step('a', '=1', '=9'), step('nothing', 'pass', 'pass', 'pass'), step('b', 'back', '=2')];
    assert.deepEqual(await run(steps), { a: '9', b: '2' });
    assert.deepEqual(kept, [{ a: '1' }, { a: '9' }, { a: '9', b: '2' }]);
    assert.deepEqual(
      asked.filter((each) => !each.startsWith('nothing')),
      ['a 1', 'b 2', 'a 1', 'b 2'],
    );
  });

  it('stays at the first step where there is nothing before it', async () => {
    const never = step('never');
    never.isNeeded = () => false;
    assert.deepEqual(await run([never, step('a', 'back', 'back', '=1')]), { a: '1' });
    assert.deepEqual(await run([step('nothing', 'pass', 'pass', 'pass'), step('b', 'back', '=2')]), {
      b: '2',
    });
  });

  it('begins in the middle, with a way back to the start', async () => {
    const steps = [step('a', '=9'), step('b', 'back', '=2')];
    assert.deepEqual(await run(steps, { a: '1' }, 1), { a: '9', b: '2' });
    assert.deepEqual(asked, ['b 2', 'a 1', 'b 2']);
  });

  it('ends at once where nothing is needed', async () => {
    assert.deepEqual(await run([], { a: '1' }), { a: '1' });
    assert.deepEqual(await run([step('a')], { a: '1' }, 1), { a: '1' });
  });

  it('fails as a step fails', async () => {
    const bad = step('bad');
    bad.ask = () => Promise.reject(new Error('no network'));
    await assert.rejects(run([bad]), /no network/);
  });

  function run(steps: readonly Step<Draft>[], draft: Draft = {}, startAt = 0): Promise<Draft | undefined> {
    const keep = (each: Draft): Promise<void> => {
      kept.push(each);
      return Promise.resolve();
    };
    return runWizard({ title: 'Test', steps, draft, startAt, keep });
  }

  /** A step that is answered as the test says, one deed for each time that it is asked. */
  function step(name: string, ...deeds: Deed[]): Step<Draft> {
    return {
      isNeeded: () => true,
      ask(draft, { step: at }: Place): Promise<Answer<Draft> | Pass> {
        asked.push(`${name} ${at}`);
        const deed = deeds.shift();
        assert.ok(deed, `${name} is asked too often`);
        if (deed === 'back' || deed === 'left' || deed === 'pass') return Promise.resolve({ kind: deed });
        return Promise.resolve({ kind: 'next', value: { ...draft, [name]: deed.slice(1) } });
      },
    };
  }
});
