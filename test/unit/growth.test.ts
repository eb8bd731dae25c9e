import { agentFiles } from '../../src/agents/setup/agentHosts';
import { editNote, keysOfNote } from '../../src/git/retag/goalNote';
import { describedPart } from '../../src/panel/describedPart';
import { addGoalEntry } from '../../src/teamFiles/goalsFile/editing/addGoalEntry';
import { yamlPlace } from '../../src/teamFiles/goalsFile/editing/yamlPlace';
import { splitEntries } from '../../src/teamFiles/goalsFile/splitEntries';
import { readCodeOwners } from '../../src/teamFiles/proposal/codeOwners';
import { titleOfSubject } from '../../src/teamFiles/proposal/proposedTitle';
import { withoutComments } from '../../src/vscode/surfaces/commitBox/gitTexts';
import { parseGoalsFile } from '../../src/teamFiles/goalsFile/parseGoalsFile';
import { assertGrowsAsText, type Shape } from '../support/growth';

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

/** Keys, places and names that all differ: what keeps each of them, or compares each with each, meets them only here. */
const numbered: readonly Shape[] = [
  (at) => `Initiative: SHOP-${at}\n`,
  (at) => `\n- key: A-${at}\n  title: t${at}`,
  (at) => `\n- {key: A-${at}, title: t, level: item, parent: A-${at + 1}}`,
  (at) => `\n- key: B-${at}`,
  (at) => `\nsrc/d${at}/*.ts @team${at}`,
  (at) => `[${at}]: http://a.example/${at}\n`,
  (at) => `"k${at}": ${at}, `,
  (at) => `w${at} `,
];

/** What goals are, related in ways that all differ. */
const entries: readonly Shape[] = [
  (at) => `\n- key: B-${at}`,
  (at) => `\n- {key: A-${at}, title: t, level: item, parent: A-${at + 1}}`,
  (at) => `\n- {key: A-${at}, title: t, level: item, parents: [P-${at}, A-${at >> 1}], covers: [X-0]}`,
  (at) =>
    `\n- {key: A-${at}, title: t, level: item, references: ["o/r${at}#1"], blockedBy: ["#1", A-${at ^ 1}]}`,
];

describe('The time that a text of others takes', function () {
  this.timeout(60_000);
  for (const [name, read] of Object.entries(readers)) {
    it(`grows no faster than the text: ${name}`, () => {
      for (const shape of [...shapes, ...numbered]) assertGrowsAsText(shape, read);
    });
  }

  it('grows no faster than the text: goals that differ', () => {
    for (const shape of entries) {
      assertGrowsAsText(shape, (text) => parseGoalsFile(`goals:${text.slice(0, -1)}\n`, 'file'));
    }
  });
});
