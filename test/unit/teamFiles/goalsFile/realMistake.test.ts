import assert from 'node:assert/strict';
import { parseGoalsFile } from '../../../../src/teamFiles/goalsFile/parseGoalsFile';

const indented = 'is not indented like the lines around it. Line it up with the entry that it belongs to.';

/** What people write, and what they are told: the line that they have to change, and how. */
const mistakes: Record<string, readonly [text: string, message: string]> = {
  'one indent too far left': ['  - key: A-1\n   title: A\n    level: epic\n', `Line 3 ${indented}`],
  'one indent too far left, further down': [
    '  - key: A-1\n    title: A\n   level: epic\n',
    `Line 4 ${indented}`,
  ],
  'one indent too far right': ['  - key: A-1\n     title: A\n    level: epic\n', `Line 3 ${indented}`],
  'one indent too far right, further down': [
    '  - key: A-1\n    title: A\n     level: epic\n',
    `Line 4 ${indented}`,
  ],
  'a dash too far left': [
    '  - key: A-1\n    title: A\n    level: epic\n - key: B-2\n   title: B\n   level: epic\n',
    `Line 5 ${indented}`,
  ],
  'a nested field too far right': [
    '  - key: A-1\n    title: A\n    level: epic\n    impact:\n     customers: 3\n      requests: 4\n',
    `Line 7 ${indented}`,
  ],
  'no space after the colon': [
    '  - key:A-1\n    title: A\n    level: epic\n',
    'Line 2 has no space after its colon. Write "name: value".',
  ],
  'no colon': [
    '  - key: A-1\n    title: A\n    level\n',
    'Line 4 has a name without a colon. Write "name: value".',
  ],
  'text after a closed quotation': [
    '  - key: A-1\n    title: "A" thing\n    level: epic\n',
    'Line 3 has text after a quotation mark that closes. Put all of the text in quotes, or none.',
  ],
  'a colon in a text': [
    '  - key: A-1\n    title: A: better\n    level: epic\n',
    'Line 3 cannot be read as "name: value". Put a text that has a colon in quotes, and check the line above.',
  ],
};

describe('a mistake in a goals file', () => {
  for (const [name, [text, message]] of Object.entries(mistakes)) {
    it(`is named for what it is: ${name}`, () => {
      const { problems } = parseGoalsFile(`goals:\n${text}`, 'file');
      assert.equal(problems[0]?.message, message);
      assert.equal(problems[0].range.startLine + 1, Number(/Line (\d+)/.exec(message)?.[1]));
    });
  }
});
