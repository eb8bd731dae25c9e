import assert from 'node:assert/strict';
import { Disposables } from '../../../src/core/disposables';
import { Emitter } from '../../../src/core/event';

describe('Emitter', () => {
  it('calls every listener in order, and none that has gone', () => {
    const emitter = new Emitter<string>();
    const heard: string[] = [];
    const first = emitter.event((value) => heard.push(`first ${value}`));
    emitter.event((value) => heard.push(`second ${value}`));
    emitter.fire('a');
    first.dispose();
    first.dispose();
    emitter.fire('b');
    assert.deepEqual(heard, ['first a', 'second a', 'second b']);
    emitter.dispose();
    emitter.fire('c');
    assert.equal(heard.length, 3);
  });

  it('calls a listener as often as it has subscribed', () => {
    const emitter = new Emitter<number>();
    let sum = 0;
    const add = (value: number): void => void (sum += value);
    const once = emitter.event(add);
    emitter.event(add);
    emitter.fire(1);
    once.dispose();
    emitter.fire(10);
    assert.equal(sum, 12);
  });

  it('does not call a listener that subscribes meanwhile', () => {
    const emitter = new Emitter<void>();
    let calls = 0;
    emitter.event(() => {
      emitter.event(() => (calls += 1));
    });
    emitter.fire();
    assert.equal(calls, 0);
  });

  it('calls the others where listeners throw, and throws the first error', () => {
    const emitter = new Emitter<void>();
    let calls = 0;
    for (const name of ['one', 'two']) {
      emitter.event(() => {
        throw new Error(name);
      });
    }
    emitter.event(() => (calls += 1));
    assert.throws(() => emitter.fire(), { message: 'one' });
    assert.equal(calls, 1);
  });
});

describe('Disposables', () => {
  const named = (name: string, gone: string[]) => ({ dispose: () => void gone.push(name) });

  it('disposes of everything once, last first', () => {
    const gone: string[] = [];
    const all = new Disposables();
    const one = named('one', gone);
    assert.equal(all.add(one), one);
    all.add(named('two', gone));
    all.dispose();
    all.dispose();
    assert.deepEqual(gone, ['two', 'one']);
  });

  it('disposes at once of what comes too late', () => {
    const gone: string[] = [];
    const all = new Disposables();
    all.dispose();
    all.add(named('late', gone));
    assert.deepEqual(gone, ['late']);
    all.clear();
    assert.deepEqual(gone, ['late']);
  });

  it('stays usable when it is cleared', () => {
    const gone: string[] = [];
    const all = new Disposables();
    all.add(named('one', gone));
    all.clear();
    all.add(named('two', gone));
    assert.deepEqual(gone, ['one']);
    all.clear();
    assert.deepEqual(gone, ['one', 'two']);
  });
});
