import assert from 'node:assert/strict';
import { Disposables } from '../../../src/core/disposables';

describe('Disposables', () => {
  const gone: string[] = [];
  const item = (name: string) => ({ name, dispose: () => void gone.push(name) });
  beforeEach(() => (gone.length = 0));

  it('go together, the latest first, and each once', () => {
    const all = new Disposables();
    assert.equal(all.add(item('a')).name, 'a');
    all.add(item('b'));
    assert.deepEqual(gone, []);
    all.dispose();
    all.dispose();
    assert.deepEqual(gone, ['b', 'a']);
  });

  it('dispose at once of what comes too late', () => {
    const all = new Disposables();
    all.dispose();
    all.add(item('late'));
    assert.deepEqual(gone, ['late']);
  });

  it('go on after they were cleared', () => {
    const all = new Disposables();
    all.add(item('a'));
    all.clear();
    all.add(item('b'));
    assert.deepEqual(gone, ['a']);
    all.clear();
    assert.deepEqual(gone, ['a', 'b']);
  });

  it('take what one of them adds while they go for the next time', () => {
    const all = new Disposables();
    all.add({ dispose: () => void all.add(item('again')) });
    all.clear();
    assert.deepEqual(gone, []);
    all.clear();
    assert.deepEqual(gone, ['again']);
  });
});
