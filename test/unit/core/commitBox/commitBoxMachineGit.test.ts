import assert from 'node:assert/strict';
import { BoxModel } from './boxModel';

const tail = '\n\nInitiative: SHOP-7';
const none = { message: undefined, template: undefined };

/** A box into which git wrote a message, with the caret at its end. */
function boxOfGit(text: string, message: string, keys = ['SHOP-7']): BoxModel {
  const box = new BoxModel();
  box.setDue({ token: 'Initiative', keys, eol: '\n' });
  box.gitTexts = { message, template: undefined };
  box.set(text);
  box.rest();
  assert.equal(box.machine.holdsGitMessage, true);
  box.select(text.length, text.length);
  return box;
}

function type(box: BoxModel, text: string): void {
  for (const char of text) box.type(char);
  box.rest();
}

describe('what git writes into a commit box', () => {
  it('counts as an empty box if it is the template', () => {
    const box = new BoxModel();
    box.setDue({ token: 'Initiative', keys: ['SHOP-7'], eol: '\n' });
    box.gitTexts = { message: undefined, template: 'Why:\n' };
    box.set('Why:\n');
    box.rest();
    assert.equal(box.text, 'Why:\n');
    box.select(4, 4);
    type(box, ' x');
    assert.equal(box.text, `Why: x\n${tail}`);
  });

  it('goes again with the operation that was called off, unless the person went on with it', () => {
    for (const [more, expected] of [
      ['', ''],
      [' and more', `Merge x and more${tail}`],
    ] as const) {
      const box = boxOfGit('Merge x', 'Merge x');
      type(box, more);
      box.learn(none);
      box.rest();
      assert.equal(box.text, expected);
      assert.equal(box.machine.holdsGitMessage, false);
    }
  });

  it('is git’s again once the person takes back what they added', () => {
    const box = boxOfGit('Merge x', 'Merge x');
    type(box, '!');
    box.backspace();
    box.rest();
    box.learn(none);
    box.rest();
    assert.equal(box.text, '');
  });

  it('stays while the operation goes on, whatever line breaks end it', () => {
    for (const [text, message] of [
      ['Merge x', 'Merge x\n\n'],
      ['Merge x\n', 'Merge x'],
    ] as const) {
      const box = boxOfGit(text, message);
      box.learn({ message, template: undefined });
      box.rest();
      assert.equal(box.text, text + tail);
      assert.equal(box.machine.holdsGitMessage, true);
    }
  });

  it('makes room for the template, or for the message of the next operation', () => {
    for (const [texts, expected] of [
      [{ message: undefined, template: 'Why:' }, 'Why:'],
      [{ message: 'Revert y', template: 'Why:' }, `Revert y${tail}`],
    ] as const) {
      const box = boxOfGit('Merge x', 'Merge x');
      box.learn(texts);
      box.rest();
      assert.equal(box.text, expected);
    }
  });

  it('is left to VS Code where it stands without a trailer of ours', () => {
    const box = boxOfGit('Merge x', 'Merge x', []);
    box.learn(none);
    box.rest();
    assert.equal(box.text, 'Merge x');
    assert.equal(box.machine.holdsGitMessage, false);
  });

  it('is forgotten with the box emptied', () => {
    const box = boxOfGit('Merge x', 'Merge x');
    box.select(0, 1000);
    box.delete();
    box.rest();
    assert.deepEqual([box.text, box.machine.holdsGitMessage], ['', false]);
  });
});
