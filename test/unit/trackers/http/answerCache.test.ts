import assert from 'node:assert/strict';
import { AnswerCache } from '../../../../src/trackers/http/answerCache';

const answer = (size: number) => ({ etag: 'x', json: {}, headers: {}, size });
const megabyte = 1024 * 1024;

describe('answers that a tracker can confirm', () => {
  /** Which of so many addresses still have an answer. */
  const kept = (cache: AnswerCache, addresses: number): number[] =>
    Array.from({ length: addresses }, (_, at) => at).filter((at) => cache.get(String(at)));

  it('are those of the last 64 questions, and none of the hundreds before', () => {
    const cache = new AnswerCache();
    for (let at = 0; at < 500; at += 1) cache.set(String(at), answer(1000));
    assert.deepEqual(
      kept(cache, 500),
      Array.from({ length: 64 }, (_, at) => 436 + at),
    );
  });

  it('stay while their question is put again and again', () => {
    const cache = new AnswerCache();
    for (let at = 0; at < 500; at += 1) {
      cache.set(String(at), answer(1000));
      assert.ok(cache.get('0'));
    }
    assert.equal(cache.get('1'), undefined);
  });

  it('are 8 MB at most, and each 2 MB; one that comes again counts once', () => {
    const cache = new AnswerCache();
    for (let at = 0; at < 10; at += 1) {
      cache.set(String(at), answer(megabyte));
      cache.set(String(at), answer(megabyte));
    }
    assert.deepEqual(kept(cache, 10), [2, 3, 4, 5, 6, 7, 8, 9]);
    cache.set('9', answer(2 * megabyte + 1));
    assert.deepEqual(kept(cache, 10), [2, 3, 4, 5, 6, 7, 8]);
    cache.set('8', answer(2 * megabyte));
    assert.deepEqual(kept(cache, 10), [2, 3, 4, 5, 6, 7, 8]);
  });
});
