import assert from 'node:assert/strict';
import { GoalLensError } from '../../../src/core/errors';
import { InvalidTagError } from '../../../src/core/message/commitTag';
import { TrackerError } from '../../../src/core/tracker/trackerError';
import { RetagError } from '../../../src/git/retag/retagError';
import { gitFailed } from '../../../src/git/run/gitError';
import { HistoryError } from '../../../src/git/history/historyError';
import { bugText, faultText } from '../../../src/presentation/faultText';
import { textOptions } from '../../support/builders';

const system = Object.assign(new Error('ENOENT: no such file or directory'), { syscall: 'open' });

describe('what is told of an error', () => {
  for (const [error, text] of [
    [new GoalLensError('Open a folder first.'), /^Open a folder first\.$/],
    [new RetagError('shallow', 'Fetch the whole history first.'), /^Fetch the whole history first\.$/],
    [new HistoryError('storeUnwritable', 'Free some space.'), /^Free some space\.$/],
    [gitFailed('/shop', 128, 'fatal: bad object'), /^Git failed and says: fatal: bad object$/],
    [new TrackerError('unauthorized', { host: 'a.example' }), /^a\.example does not accept .* Sign in again/],
    [new TrackerError('notFound'), /^Shop Jira has nothing there/],
    [new InvalidTagError('token', 'a b'), /“a b” .* goalLens\.commit\.trailer/],
    [new InvalidTagError('key', 'A\nB'), /“A\nB” .* Change it/],
    [system, /^The file system said: ENOENT.*Check the file/],
  ] as const) {
    it(`is for a person: ${error.name}, ${error.message}`, () => {
      assert.match(faultText(error, textOptions, 'Shop Jira') ?? '', text);
    });
  }

  for (const error of [
    new TypeError('x is not a function.'),
    new RangeError(''),
    'a text',
    undefined,
    null,
  ]) {
    it(`is that Goal Lens has a fault, where nobody foresaw it: ${String(error)}`, () => {
      assert.equal(faultText(error, textOptions), undefined);
      assert.match(bugText(error), /^Goal Lens has a fault: \S.*[^.]\. Please report what the log says\.$/);
    });
  }

  it('is one line, whatever is thrown', () => {
    assert.doesNotMatch(bugText(new Error(`a\n${'b\n'.repeat(5000)}`)), /\n|.{400}/);
  });
});
