import assert from 'node:assert/strict';
import { goalSlotAt, tagProblems } from '../../../../src/core/editing/commitMessage';
import { isUnconfirmed, linksOfBranch, noChoices } from '../../../../src/core/links/branchLinks';
import { keysOfCommit } from '../../../../src/core/links/commitKeys';
import { rulesIn, type ReferenceRules } from '../../../../src/core/links/referenceRules';
import {
  candidatesOf,
  evidences,
  keysOfTerm,
  placeOfReference,
} from '../../../../src/git/history/candidates';
import { pullRequestSummary } from '../../../../src/presentation/pullRequestSummary';
import { textOptions } from '../../../support/builders';
import { referenceRows, type ReferenceRow } from '../../../support/references/table';
import type { World } from '../../../support/references/worlds';

const trailer = 'Initiative';
const rulesOf = ({ references }: World): ReferenceRules => rulesIn(references, { trailer });
const messageOf = (text: string): { subject: string; body: string } => {
  const [subject = '', ...rest] = text.split('\n\n');
  return { subject, body: rest.join('\n\n') };
};
const keysOf = ({ expected }: ReferenceRow): string[] => expected.map((each) => each.split(' ')[0]!);
/** All rows of a kind at once, so that a failure names every row that is wrong. */
const check = (list: readonly ReferenceRow[], read: (row: ReferenceRow) => readonly string[]): void => {
  const write = ({ line, text }: ReferenceRow, found: readonly string[]): string =>
    `${line}: ${text.replaceAll('\n', '\\n')} => ${[...found].sort().join(', ')}`;
  assert.deepEqual(
    list.map((row) => write(row, read(row))),
    list.map((row) => write(row, row.expected)),
  );
};

describe('the table of references', () => {
  let rows: readonly ReferenceRow[];
  let commits: readonly ReferenceRow[];
  beforeEach(() => {
    rows = referenceRows();
    commits = rows.filter(({ kind }) => kind === 'commit');
  });

  it('is large', () => assert.ok(rows.length >= 200));

  it('is what the core reads from commits', () =>
    check(commits, ({ text, world }) =>
      keysOfCommit(messageOf(text), rulesOf(world)).map(({ key, by }) => `${key} ${by}`),
    ));

  it('is what the core reads from branches', () =>
    check(
      rows.filter(({ kind }) => kind === 'branch'),
      ({ text, world }) =>
        linksOfBranch(text, noChoices, world.references).map(
          (link) => `${link.key}${isUnconfirmed(link) ? '?' : ''}`,
        ),
    ));

  it('is what the history index finds', () =>
    check(commits, ({ text, world }) => {
      const found = new Map<string, number>();
      for (const { place, term } of candidatesOf({ note: '', ...messageOf(text) })) {
        for (const reference of keysOfTerm(term, rulesOf(world))) {
          const strongest = placeOfReference(place, reference);
          found.set(reference.key, Math.min(strongest, found.get(reference.key) ?? strongest));
        }
      }
      return [...found].map(([key, place]) => `${key} ${evidences[place]!}`);
    }));

  it('is what a summary counts by', () => {
    for (const row of commits) {
      const { text, world, line } = row;
      const { subject, body } = messageOf(text);
      const keys = keysOfCommit({ subject, body }, rulesOf(world));
      const known = keysOf(row).filter((key) => world.catalog.find(key));
      const summary = pullRequestSummary(
        {
          branchGoals: [],
          commits: [{ sha: 'abcdef0123456789', subject, keys, isMerge: false, isWithoutGoal: false }],
          catalog: world.catalog,
          trailer,
          written: (goal) => world.references.spellingOf(goal),
        },
        textOptions,
      );
      assert.equal(summary.includes('Commits without a goal'), known.length === 0, `${line}: ${text}`);
    }
  });

  it('holds no tag that is warned of, but keys that no tracker has', () => {
    for (const { text, world, line } of commits) {
      const problems = tagProblems(text, trailer, world.catalog, world.references);
      const unknown = /Initiative: (OTHER-\d+)/.exec(text)?.[1];
      assert.deepEqual(
        problems.map(({ tag }) => tag.text),
        unknown === undefined ? [] : [unknown],
        `${line}: ${text}`,
      );
    }
  });

  it('is what completion writes: every goal in it is spelled so that it is read again', () => {
    for (const row of rows) {
      for (const key of keysOf(row)) {
        const { references, catalog } = row.world;
        const named = catalog.find(key.replace('?', ''), row.world.home.folder);
        if (!named) continue;
        const written = references.spellingOf(named);
        const message = { subject: 'Fix', body: `Initiative: ${written}` };
        const [first] = keysOfCommit(message, rulesOf(row.world));
        assert.equal(first?.by, 'trailer', `${row.line}: ${written}`);
        assert.equal(catalog.find(first.key, row.world.home.folder), named, `${row.line}: ${written}`);
        if (!written.includes('#')) continue;
        const typed = `Closes ${written.slice(0, -1)}`;
        const slot = goalSlotAt(typed, typed.length, trailer);
        assert.equal(slot && typed.slice(slot.start, slot.end), written.slice(0, -1), typed);
      }
    }
  });
});
