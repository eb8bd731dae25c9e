import assert from 'node:assert/strict';
import { CommitBoxMachine, type BoxAction } from '../../../../src/core/commitBox/commitBoxMachine';

const tail = '\n\nInitiative: SHOP-7';
const due = (...keys: string[]) => ({ token: 'Initiative', keys, eol: '\n' });
const wait = { kind: 'wait' };
const snippet = { kind: 'snippet', tail };

/** A box in which one thing happens after the other; each answers what the machine asks for. */
class Steps {
  readonly machine = new CommitBoxMachine('');
  text = '';

  constructor(keys = ['SHOP-7']) {
    this.machine.setDue(due(...keys));
  }

  change(start: number, end: number, text: string, isUndo = false): BoxAction | undefined {
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    return this.machine.changed(this.text, [{ start, end, text }], isUndo);
  }

  type(text: string, at = this.text.length): BoxAction | undefined {
    return Array.from(text, (character, index) => this.change(at + index, at + index, character)).at(-1);
  }

  /** The window does what the machine asked for, with the caret at the end; answers what comes next. */
  carryOut(action: BoxAction | undefined): BoxAction | undefined {
    const end = this.text.length;
    if (action?.kind === 'snippet') this.change(end, end, action.tail);
    else if (action?.kind === 'edit') this.change(action.change.start, action.change.end, action.change.text);
    else assert.fail('there is nothing to carry out');
    return this.machine.settled();
  }

  tagged(): this {
    assert.equal(this.carryOut(this.type('Fi')), undefined, 'nothing more to do');
    assert.equal(this.machine.tailText, tail);
    return this;
  }
}

describe('what the machine of a commit box asks for', () => {
  it('is nothing as long as there is nothing to tag', () => {
    assert.equal(new CommitBoxMachine('').changed('F', [{ start: 0, end: 0, text: 'F' }]), undefined);
    assert.equal(new Steps([]).type('Fix'), undefined);
  });

  it('is nothing where the person wrote the trailer', () => {
    const box = new Steps();
    box.change(0, 0, 'Fix\n\nInitiative: SHOP-9');
    assert.equal(box.machine.learned({ message: undefined, template: undefined }), undefined);
    assert.equal(box.machine.isLeftOut, false);
  });

  it('changes only what differs, so that the caret stays in the subject', () => {
    const box = new Steps().tagged();
    const swap = box.machine.setDue(due('SHOP-9'));
    assert.deepEqual(swap, { kind: 'edit', change: { start: 21, end: 22, text: '9' } });
    box.carryOut(swap);
    box.type('2');
    assert.deepEqual(
      box.machine.keysWritten,
      ['SHOP-92'],
      'the caret was in the subject, so they put it there',
    );
  });

  it('is another trailer once the token, the keys or the line breaks are others', () => {
    for (const [next, expected] of [
      [{ ...due('SHOP-7'), token: 'Goal' }, '\n\nGoal: SHOP-7'],
      [due('SHOP-7', 'SHOP-9'), `${tail}\nInitiative: SHOP-9`],
      [{ ...due('SHOP-7'), eol: '\r\n' }, '\r\n\r\nInitiative: SHOP-7'],
    ] as const) {
      const box = new Steps().tagged();
      for (let action = box.machine.setDue(next); action;) action = box.carryOut(action);
      assert.equal(box.text, `Fi${expected}`);
    }
  });

  it('spares the redo while what is due stays the same', () => {
    const box = new Steps().tagged();
    box.change(2, 2 + tail.length, '', true);
    assert.equal(box.machine.setDue(due('SHOP-7')), undefined);
    assert.equal(box.machine.isLeftOut, false, 'nobody deleted it');
    assert.deepEqual(box.type('x'), wait, 'the first character after an undo may begin a composition');
  });

  it('counts what the person does before the trailer arrives as theirs', () => {
    const box = new Steps();
    assert.deepEqual(box.type('Fi'), snippet);
    assert.equal(box.type('x'), undefined);
    assert.equal(box.machine.tailText, undefined);
    assert.equal(box.carryOut(snippet as BoxAction), undefined);
    assert.deepEqual([box.text, box.machine.tailText], [`Fix${tail}`, tail]);
  });

  it('is the same again after an edit that came too late', () => {
    const box = new Steps();
    box.type('F');
    assert.equal(box.machine.late()?.kind, 'edit');
    box.type('i');
    assert.deepEqual(box.machine.settled(), snippet, 'no failure: the text had moved on');
  });

  it('is not taken for failed because an earlier one is told to have ended', () => {
    const box = new Steps().tagged();
    box.change(box.text.length, box.text.length, '\n');
    const { turn } = box.machine;
    box.change(2, 2 + tail.length, '');
    assert.deepEqual(box.type('m'), snippet, 'typed before the end of the removal is known');
    assert.equal(box.machine.settled(turn), undefined);
    assert.equal(box.carryOut(snippet as BoxAction), undefined);
    assert.deepEqual([box.text, box.machine.tailText], [`Fi\nm${tail}`, tail]);
    assert.equal(box.machine.late(), undefined);
  });

  it('finds our trailer behind a selection, which a snippet writes again', () => {
    const box = new Steps();
    box.type('Fi');
    box.change(0, 2, `Fi${tail}`);
    assert.deepEqual(box.machine.setDue(due()), {
      kind: 'edit',
      change: { start: 2, end: 2 + tail.length, text: '' },
    });
  });

  it('takes a message for the person’s that equals what it was about to write', () => {
    const box = new Steps();
    box.type('F');
    box.machine.late();
    assert.deepEqual(box.change(0, 1, `F${tail}`), { kind: 'ask' });
    assert.equal(box.machine.tailText, undefined);
  });

  it('takes for the person’s what they wrote over other text, or brought back, while the same was on its way', () => {
    const written = new Steps();
    written.type('F');
    assert.equal(written.machine.late()?.kind, 'edit');
    written.type('x');
    written.change(1, 2, tail);
    const broughtBack = new Steps();
    assert.deepEqual(broughtBack.type('Fi'), snippet);
    broughtBack.change(2, 2, tail, true);
    for (const { machine } of [written, broughtBack]) {
      assert.deepEqual([machine.tailText, machine.keysWritten], [undefined, ['SHOP-7']]);
    }
  });

  it('is one trailer fewer where an undo brought one back while the next was on its way', () => {
    const box = new Steps().tagged();
    const { text } = box;
    assert.deepEqual(box.change(0, text.length, 'N'), wait);
    assert.deepEqual(box.machine.caretAt(1), snippet);
    assert.equal(box.change(0, 1, text, true), undefined);
    const removal = box.carryOut(snippet as BoxAction);
    assert.equal(removal?.kind, 'edit');
    assert.equal(box.carryOut(removal), undefined);
    assert.equal(box.text, text);
  });

  it('writes the trailer anew below what was typed behind it, at the caret', () => {
    const relayed = (): Steps => {
      const box = new Steps().tagged();
      const removal = box.change(box.text.length, box.text.length, '\n');
      assert.deepEqual(removal, { kind: 'edit', change: { start: 2, end: 2 + tail.length, text: '' } });
      box.change(2, 2 + tail.length, '');
      return box;
    };
    assert.deepEqual(relayed().machine.settled(), snippet);
    const moved = relayed();
    assert.equal(moved.machine.caretAt(0)?.kind, 'edit', 'the caret has left the end meanwhile');
  });

  it('waits for the caret after the tag came back, and in a message that begins anew', () => {
    const box = new Steps().tagged();
    box.carryOut(box.machine.setDue(due()));
    assert.deepEqual(box.machine.setDue(due('SHOP-7')), wait);
    assert.equal(box.carryOut(box.machine.caretAt(2)), undefined);
    assert.deepEqual(box.change(0, box.text.length, 'N'), wait);
    assert.equal(box.carryOut(box.machine.caretAt(0)), undefined);
    assert.deepEqual(box.change(0, box.text.length, 'M'), wait);
    box.change(0, 1, '');
    assert.deepEqual(box.type('F'), wait);
  });
});

describe('typing on behind a trailer of ours', () => {
  /** Types on behind a trailer that was written by an edit. */
  const typedOn = (write: (box: Steps) => BoxAction | undefined): readonly string[] => {
    const box = new Steps();
    box.type('F');
    box.carryOut(write(box));
    box.type('2');
    return box.machine.keysWritten;
  };

  it('changes the key if the caret was elsewhere when it was written', () =>
    assert.deepEqual(
      typedOn(({ machine }) => machine.caretAt(0)),
      ['SHOP-72'],
    ));

  it('belongs to the subject if nobody knows where the caret was', () => {
    assert.deepEqual(
      typedOn(({ machine }) => machine.late()),
      [],
    );
    assert.deepEqual(
      typedOn(({ machine }) => machine.tagAnyway()),
      [],
    );
  });
});

describe('the tag on request', () => {
  it('takes the place of what the person wrote under our token', () => {
    const box = new Steps();
    box.change(0, 0, 'Fix\n\nInitiative: SHOP-9');
    box.machine.learned({ message: undefined, template: undefined });
    for (let action = box.machine.tagAnyway(); action;) {
      action = action.kind === 'wait' ? box.machine.late() : box.carryOut(action);
    }
    assert.equal(box.text, `Fix${tail}`);
  });

  it('takes nothing out if there is nothing to tag, or something is being written', () => {
    const box = new Steps([]);
    box.change(0, 0, 'Fix\n\nInitiative: SHOP-9');
    box.machine.learned({ message: undefined, template: undefined });
    assert.equal(box.machine.tagAnyway(), undefined);
    const busy = new Steps();
    busy.type('Fi');
    busy.type('\n\nInitiative: SHOP-9');
    assert.equal(busy.machine.tagAnyway(), undefined);
  });
});
