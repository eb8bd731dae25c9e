import assert from 'node:assert/strict';
import { commentMark } from '../../../../src/core/message/commentMark';

describe('commentMark', () => {
  for (const [configured, message, mark] of [
    [undefined, 'Fix\n', '#'],
    ['', 'Fix\n', '#'],
    [';', '# Fix\n; Please enter\n', ';'],
    ['//', 'Fix\n// Please enter\n', '//'],
    ['auto', 'Fix\n\n# Please enter\n#\n', '#'],
    ['auto', '#142 Fix\n\n; Please enter\n;\n', ';'],
    ['auto', '# Fix\n\n@ ------------------------ >8 ------------------------\n@ Do not\ndiff --git\n', '@'],
    ['auto', 'Fix\n\n- one\n', '#'],
    ['auto', '', '#'],
    ['auto', '#142 Fix', '#'],
  ] as const) {
    it(`is ${mark} in ${JSON.stringify(message)} where git is told ${configured ?? 'nothing'}`, () =>
      assert.equal(commentMark(message, configured), mark));
  }
});
