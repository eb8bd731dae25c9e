import assert from 'node:assert/strict';
import { BoxText } from '../../../../src/core/commitBox/boxText';
import type { BoxChange } from '../../../../src/core/commitBox/ownTail';

const tail = '\n\nGoal: A-1';

/** A box in which a person does one thing after the other. */
class Box {
  readonly box: BoxText;

  constructor(text = '', lastTail?: string) {
    this.box = new BoxText(text, lastTail);
  }

  /** The person replaces a part of the text; answers whether a whole message came at once. */
  change(start: number, end: number, text: string): boolean {
    return this.changes({ start, end, text });
  }

  changes(...changes: BoxChange[]): boolean {
    let after = this.box.text;
    for (const { start, end, text } of changes) after = after.slice(0, start) + text + after.slice(end);
    return this.box.changed(after, changes);
  }

  type(text: string, at = this.box.text.length): this {
    for (const [index, character] of Array.from(text).entries())
      this.change(at + index, at + index, character);
    return this;
  }

  /** We write our tail below the text. */
  write(isArmed = false): this {
    const { length } = this.box.text;
    const change = { start: length, end: length, text: tail };
    this.box.written(this.box.text + tail, change, { start: length, text: tail }, isArmed);
    return this;
  }
}

describe('the text of a commit box', () => {
  it('is the person’s but for our tail', () => {
    const { box } = new Box().type('Fix').write();
    assert.deepEqual([box.text, box.own, box.tail?.start], [`Fix${tail}`, 'Fix', 3]);
    assert.deepEqual([box.isTheirs, new Box().box.isTheirs], [false, false]);
  });

  it('is typed at its end from the second character in a row', () => {
    const typed = (act: (box: Box) => void): boolean => {
      const box = new Box();
      act(box);
      return box.box.isTypedAtEnd;
    };
    assert.equal(
      typed((box) => box.type('F')),
      false,
    );
    assert.equal(
      typed((box) => box.type('Fi')),
      true,
    );
    assert.equal(
      typed((box) => box.type('Fi').type('x', 0)),
      false,
    );
    assert.equal(
      typed((box) => box.type('Fi').change(2, 2, 'xed')),
      false,
    );
    assert.equal(
      typed((box) => box.type('Fi').change(2, 2, '\n')),
      false,
    );
    assert.equal(
      typed((box) => box.type('Fi').write().type('xx')),
      false,
    );
    assert.equal(
      typed((box) => box.type('Fi').box.forgetTyping()),
      false,
    );
    assert.equal(
      typed((box) =>
        box.type('Fi').changes({ start: 2, end: 2, text: 'x' }, { start: 3, end: 3, text: 'y' }),
      ),
      false,
    );
  });

  it('has the caret at its end after a change there', () => {
    const box = new Box().type('Fix');
    assert.equal(box.box.isCaretAtEnd, true);
    box.type('a', 1);
    assert.equal(box.box.isCaretAtEnd, false);
    box.changes({ start: 4, end: 4, text: 'x' }, { start: 5, end: 5, text: 'y' });
    assert.equal(box.box.isCaretAtEnd, false, 'nobody knows after several changes at once');
  });

  it('keeps the caret where it was when we write behind it, and moves it when we write before it', () => {
    const box = new Box().type('Fix');
    box.box.inserted(`Fix${tail}`, { start: 3, text: tail });
    assert.equal(box.box.isCaretAtEnd, false);
    box.box.written('Fix', { start: 3, end: 3 + tail.length, text: '' }, undefined, false);
    assert.equal(box.box.isCaretAtEnd, true);
    const end = new Box().type('Fix').write();
    assert.equal(end.box.isCaretAtEnd, true, 'it went along with what was written at it');
    end.box.written('Fix', { start: 3, end: 3 + tail.length, text: '' }, undefined, false);
    assert.equal(end.box.isCaretAtEnd, true);
  });
});

describe('our tail in a commit box', () => {
  it('is taken over by what is typed on at its end, unless the caret was only left there', () => {
    const over = new Box().type('Fix').write().type('2');
    assert.deepEqual([over.box.tail, over.box.isTheirs], [undefined, true]);
    const armed = new Box().type('Fix').write(true).type('2');
    assert.deepEqual([armed.box.tail?.start, armed.box.isTheirs], [3, false]);
    const again = new Box().type('Fix').write(true).type('x', 3).type('2');
    assert.equal(again.box.isTheirs, true, 'what was typed before it tells where the caret is');
    const word = new Box().type('Fix').write().type('x');
    assert.equal(word.box.isTheirs, false, 'a letter goes on with no key');
  });

  it('stays armed while we write it anew, and not when it is gone', () => {
    const box = new Box().type('Fix').write(true);
    const other = '\n\nGoal: B-1';
    box.box.written(`Fix${other}`, { start: 11, end: 12, text: 'B' }, { start: 3, text: other }, false);
    assert.equal(box.type('2').box.isTheirs, false);
    const gone = new Box().type('Fix').write(true);
    gone.box.written('Fix', { start: 3, end: 3 + tail.length, text: '' }, undefined, false);
    assert.equal(gone.write().type('2').box.isTheirs, true);
  });

  it('is the person’s once they change it, until the text is another one or they give it back', () => {
    const box = new Box().type('Fix').write();
    box.change(6, 7, 'x');
    assert.deepEqual([box.box.tail, box.box.isTheirs], [undefined, true]);
    box.box.giveBack();
    assert.equal(box.box.isTheirs, false);
    for (const text of ['', 'N', 'New message']) {
      const other = new Box().type('Fix').write();
      other.change(6, 7, 'x');
      other.change(0, other.box.text.length, text);
      assert.equal(other.box.isTheirs, false, text);
    }
  });

  it('follows several changes that are made at once', () => {
    const box = new Box().type('Fix').write();
    box.changes({ start: 0, end: 0, text: 'Re: ' }, { start: 4, end: 7, text: 'x' });
    assert.deepEqual([box.box.own, box.box.tail?.start, box.box.isTheirs], ['Re: x', 5, false]);
    const whole = new Box().type('Fix').write();
    whole.changes({ start: 0, end: 3, text: '' }, { start: 0, end: tail.length, text: '' });
    assert.deepEqual([whole.box.text, whole.box.isTheirs], ['', false]);
  });

  it('is known again in a text that comes back', () => {
    const box = new Box().type('Fix').write();
    const { text } = box.box;
    assert.equal(box.change(0, text.length, 'Other'), true, 'a whole message');
    assert.equal(box.box.own, 'Other');
    box.change(0, 5, text);
    assert.deepEqual(box.box.tail, { start: 3, text: tail });
    box.box.broughtBack('Fix');
    assert.deepEqual([box.box.text, box.box.tail], ['Fix', undefined]);
    box.box.broughtBack(text);
    assert.deepEqual(box.box.tail, { start: 3, text: tail });
    assert.equal(box.type('2').box.isTheirs, false, 'nobody knows where the caret is');
  });

  it('stays the person’s in a text that comes back', () => {
    const box = new Box().type('Fix').write();
    box.change(6, 7, 'x');
    const { text } = box.box;
    box.box.broughtBack('Fix');
    assert.equal(box.box.isTheirs, false);
    box.box.broughtBack(text);
    assert.equal(box.box.isTheirs, true);
    box.box.broughtBack('');
    assert.equal(box.box.isTheirs, false);
  });

  it('is not known in a text that is nothing else', () => {
    const box = new Box().write();
    box.change(0, tail.length, 'Other');
    box.change(0, 5, tail);
    assert.equal(box.box.tail, undefined);
  });

  it('is what we wrote before a reload, if the first text ends in it', () => {
    assert.deepEqual(new Box(`Fix${tail}`, tail).box.tail, { start: 3, text: tail });
    assert.equal(new Box(`Fix${tail}`, tail).type('2').box.isTheirs, false, 'the caret may be anywhere');
    assert.equal(new Box(`Fix${tail}`).box.tail, undefined);
    const late = new Box('', tail);
    late.change(0, 0, `Fix${tail}`);
    assert.equal(late.box.tail?.start, 3);
    const other = new Box('Fix', tail);
    other.change(0, 3, `Fix${tail}`);
    assert.equal(other.box.tail, undefined, 'only the first text is from before');
  });
});
