import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directGoalsFileParser } from '../../../../src/teamFiles/goalsFile/directGoalsFileParser';
import type { GoalsFileParser } from '../../../../src/teamFiles/goalsFile/goalsFileParser';
import { KeptGoalsFileParser } from '../../../../src/teamFiles/goalsFile/keptGoalsFileParser';
import { fileWith } from './goalsFileText';

const tracker = 'file:///shop';
const text = fileWith('parent: MISSING-1', 'impact: { customers: 38 }', 'colour: red');

describe('KeptGoalsFileParser', () => {
  let folder: string;
  let parsed: string[];
  const counting: GoalsFileParser = {
    parse(source, trackerId) {
      parsed.push(source);
      return directGoalsFileParser.parse(source, trackerId);
    },
  };
  const parserOf = (version = '1.0.0', place = folder): KeptGoalsFileParser =>
    new KeptGoalsFileParser(counting, { folder: place, version });
  const keptPaths = (): string[] => readdirSync(folder).map((name) => join(folder, name));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'goal-lens-kept-'));
    parsed = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives goals and problems again without parsing', async () => {
    const expected = await directGoalsFileParser.parse(text, tracker);
    assert.equal(expected.problems.length, 2);
    for (let run = 0; run < 3; run += 1) {
      assert.deepEqual(await parserOf().parse(text, tracker), expected);
    }
    assert.deepEqual(parsed, [text]);
  });

  it('parses what has changed, and keeps only the latest', async () => {
    const changed = fileWith('priority: P1');
    for (const each of [text, changed, changed, text]) {
      const expected = await directGoalsFileParser.parse(each, tracker);
      assert.deepEqual(await parserOf().parse(each, tracker), expected);
    }
    assert.deepEqual(parsed, [text, changed, text]);
    assert.equal(keptPaths().length, 1);
  });

  it('parses anew for another version of the program', async () => {
    await parserOf('1.0.0').parse(text, tracker);
    await parserOf('1.0.1').parse(text, tracker);
    assert.equal(parsed.length, 2);
  });

  it('tells the goals files of two folders apart', async () => {
    for (const id of [tracker, 'file:///other', tracker, 'file:///other']) {
      assert.equal((await parserOf().parse(text, id)).goals[0]?.trackerId, id);
    }
    assert.equal(parsed.length, 2);
  });

  it('parses again where what was kept is damaged, and mends it', async () => {
    const expected = await parserOf().parse(text, tracker);
    const [path = ''] = keptPaths();
    const whole = readFileSync(path, 'utf8');
    for (const damaged of ['', whole.slice(0, 10), whole.slice(0, -5), whole.replace('\n', '\0')]) {
      writeFileSync(path, damaged);
      assert.deepEqual(await parserOf().parse(text, tracker), expected);
      assert.equal(readFileSync(path, 'utf8'), whole);
    }
    assert.equal(parsed.length, 5);
  });

  it('answers all the same where nothing can be kept', async () => {
    const blocked = join(folder, 'file');
    writeFileSync(blocked, '');
    const { goals } = await parserOf('1.0.0', blocked).parse(text, tracker);
    assert.equal(goals.length, 1);
  });

  it('keeps no failure', async () => {
    const failing: GoalsFileParser = { parse: () => Promise.reject(new Error('too slow')) };
    const parser = new KeptGoalsFileParser(failing, { folder, version: '1.0.0' });
    await assert.rejects(parser.parse(text, tracker), /too slow/);
    assert.deepEqual(keptPaths(), []);
  });

  it('lets only the person read it, and removes what a month did not touch', async () => {
    await parserOf().parse(text, 'file:///gone');
    const [gone = ''] = keptPaths();
    if (process.platform !== 'win32') assert.equal(statSync(gone).mode & 0o777, 0o600);
    const at = Date.now() / 1000 - 31 * 24 * 60 * 60;
    utimesSync(gone, at, at);
    writeFileSync(`${gone}.unused`, '');
    const sinceAt = Date.now() / 1000 - 2 * 24 * 60 * 60;
    utimesSync(`${gone}.unused`, sinceAt, sinceAt);
    await parserOf().parse(text, tracker);
    const left = keptPaths();
    assert.equal(left.length, 1);
    assert.notEqual(left[0], gone);
  });
});
