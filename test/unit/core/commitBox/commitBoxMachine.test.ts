import assert from 'node:assert/strict';
import { CommitBoxMachine } from '../../../../src/core/commitBox/commitBoxMachine';
import { BoxModel } from './boxModel';

const tail = '\n\nInitiative: SHOP-7';
const due = (...keys: string[]) => ({ token: 'Initiative', keys, eol: '\n' });

function boxWith(text: string): BoxModel {
  const box = new BoxModel();
  box.setDue(due('SHOP-7'));
  for (const char of text) box.type(char);
  box.rest();
  return box;
}

describe('the machine of a commit box', () => {
  it('writes at the second character typed, without waiting for the caret', () => {
    const machine = new CommitBoxMachine('');
    machine.setDue(due('SHOP-7'));
    assert.deepEqual(machine.changed('F', [{ start: 0, end: 0, text: 'F' }]), { kind: 'wait' });
    assert.deepEqual(machine.changed('Fi', [{ start: 1, end: 1, text: 'i' }]), { kind: 'snippet', tail });
  });

  it('writes nothing into a box of white space, and takes the tag out with the subject', () => {
    assert.equal(boxWith(' \n').text, ' \n');
    const box = boxWith('ab');
    box.backspace();
    box.rest();
    assert.equal(box.text, `a${tail}`);
    box.backspace();
    box.rest();
    assert.equal(box.text, '');
  });

  it('knows its own trailer again after an undo and a redo, and leaves the redo alone', () => {
    const box = boxWith('ab');
    box.undo();
    box.rest();
    assert.equal(box.text, 'ab');
    box.redo();
    box.rest();
    assert.equal(box.text, `ab${tail}`);
    box.setDue(due('SHOP-9'));
    box.rest();
    assert.equal(box.text, 'ab\n\nInitiative: SHOP-9');
  });

  it('leaves a trailer out that the person deleted, until the message is another one', () => {
    const box = boxWith('ab');
    box.select(2, 1000);
    box.delete();
    for (const char of 'cd') box.type(char);
    box.rest();
    assert.equal(box.text, 'abcd');
    assert.equal(box.machine.isLeftOut, true);
    box.tagAnyway();
    box.rest();
    assert.equal(box.text, `abcd${tail}`);
  });

  it('takes what is typed behind a trailer that it wrote without the focus for the subject', () => {
    const box = new BoxModel();
    box.setDue(due('SHOP-7'));
    box.isFocused = false;
    box.set('Fix');
    box.rest();
    assert.equal(box.text, `Fix${tail}`);
    box.isFocused = true;
    box.select(1000, 1000);
    for (const char of '7 times') box.type(char);
    box.rest();
    assert.equal(box.text, `Fix7 times${tail}`);
    assert.equal(box.caretOffset, 'Fix7 times'.length);
  });

  it('takes a changed key for the person’s', () => {
    const box = boxWith('ab');
    box.select(1000, 1000);
    for (const char of ', SHOP-9') box.type(char);
    box.setDue(due('SHOP-12'));
    box.rest();
    assert.equal(box.text, `ab${tail}, SHOP-9`);
    assert.deepEqual(box.machine.keysWritten, ['SHOP-7', 'SHOP-9']);
  });

  it('joins trailers that the person writes, at once', () => {
    const box = boxWith('ab');
    for (const char of '\n\nRefs: A-1') box.type(char);
    box.rest();
    assert.equal(box.text, 'ab\n\nRefs: A-1\nInitiative: SHOP-7');
    for (const char of '\nmore') box.type(char);
    box.rest();
    assert.equal(box.text, `ab\n\nRefs: A-1\nmore${tail}`);
  });

  it('knows its own trailer after a reload of the window', () => {
    for (const machine of [new CommitBoxMachine(`ab${tail}`, tail), new CommitBoxMachine('', tail)]) {
      machine.changed(`ab${tail}`, [{ start: 0, end: 0, text: `ab${tail}` }]);
      machine.learned({ message: undefined, template: undefined });
      assert.equal(machine.tailText, tail);
    }
  });

  it('gives up after some tries that change nothing', () => {
    const machine = new CommitBoxMachine('');
    machine.setDue(due('SHOP-7'));
    machine.changed('F', [{ start: 0, end: 0, text: 'F' }]);
    for (const expected of [{ kind: 'wait' }, { kind: 'wait' }, undefined]) {
      assert.equal(machine.late()?.kind, 'edit');
      assert.deepEqual(machine.settled(), expected);
    }
  });

  it('writes the line breaks of the document', () => {
    const machine = new CommitBoxMachine('');
    machine.setDue({ token: 'Initiative', keys: ['SHOP-7', 'SHOP-9'], eol: '\r\n' });
    machine.changed('F', [{ start: 0, end: 0, text: 'F' }]);
    assert.deepEqual(machine.caretAt(1), {
      kind: 'snippet',
      tail: '\r\n\r\nInitiative: SHOP-7\r\nInitiative: SHOP-9',
    });
  });
});
