import { agentFiles } from '../../src/agents/setup/agentHosts';
import { editNote, keysOfNote } from '../../src/git/retag/goalNote';
import { describedPart } from '../../src/panel/describedPart';
import { addGoalEntry } from '../../src/teamFiles/goalsFile/editing/addGoalEntry';
import { yamlPlace } from '../../src/teamFiles/goalsFile/editing/yamlPlace';
import { splitEntries } from '../../src/teamFiles/goalsFile/splitEntries';
import { readCodeOwners } from '../../src/teamFiles/proposal/codeOwners';
import { titleOfSubject } from '../../src/teamFiles/proposal/proposedTitle';
import { withoutComments } from '../../src/vscode/surfaces/commitBox/gitTexts';
import { assertGrowsAsText } from '../support/growth';

/** What reads files, notes and messages that others wrote, beside the core and the trackers. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'a note': (text) => [editNote(text, 'Initiative', ['SHOP-7']), keysOfNote(text, 'Initiative')],
  'a message of git': withoutComments,
  'a description in the panel': (description) => [
    describedPart({ description }),
    describedPart({ description: `# Title${description}\n- [ ] x` }),
  ],
  'settings of agents': (text) => agentFiles.map((file) => [file.add(text), file.remove(`${text}[`)]),
  'where one is in a goals file': (text) => {
    const lines = `goals:\n${text}\n- key: A-1`.split('\n');
    return [0, 1, lines.length - 1].map((line) => yamlPlace(lines, line, 900));
  },
  'adding to a goals file': (text) =>
    ['', 'goals:\n', 'goals:\n- key: A-1\n'].map((head) =>
      addGoalEntry(`${head}${text}`, { key: 'A-2', title: 'Title', level: 'item' }),
    ),
  'entries of a goals file': splitEntries,
  'code owners': (text) => readCodeOwners(text)('src/a.ts'),
  'the subject of a commit': (text) => titleOfSubject(text, 'SHOP-7'),
};

/** What makes careless expressions go back and forth, repeated. */
const shapes = [
  ...[' ', '\n', ' \n', '\n ', '\r\n', '\t ', '\n\n', '\n[', '\n #', '\n# a'],
  ...[
    '#',
    ' #',
    '# ',
    '-',
    '- ',
    '\n- ',
    '\n- a: b',
    '\n  a: b',
    'a: ',
    '"',
    '\\"',
    "'",
    '[',
    '{a: ',
    ']',
    '{',
  ],
  ...['*', '**', '_', ':', '(#1', '(', '()', '@', '@a ', '\\', '\\a', '/', 'a/', 'Initiative: A-1\n', '.'],
];

describe('The time that a text of others takes', function () {
  this.timeout(60_000);
  for (const [name, read] of Object.entries(readers)) {
    it(`grows no faster than the text: ${name}`, () => {
      for (const shape of shapes) assertGrowsAsText(shape, read);
    });
  }
});
