import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReportFile, reportFileJsonSchema } from '../../../../src/teamFiles/reportFile/reportFile';

describe('.goals/report.yaml', () => {
  it('may say all of it, or nothing', () => {
    assert.deepEqual(parseReportFile(''), {});
    assert.deepEqual(parseReportFile('# nothing yet\n'), {});
    const text = `
branch: develop
weeks: 6
timeZone: Europe/Berlin
level: Epic
staleDays: 21
bots: [renovate@shop.example]
targets: { P1: 50%, SHOP-7: 0.25 }
rules: { no-goal: error, path-mismatch: warning }
`;
    assert.deepEqual(parseReportFile(text), {
      branch: 'develop',
      weeks: 6,
      timeZone: 'Europe/Berlin',
      level: 'epic',
      staleDays: 21,
      bots: ['renovate@shop.example'],
      targets: { P1: 0.5, 'SHOP-7': 0.25 },
      rules: { 'no-goal': 'error', 'path-mismatch': 'warning' },
    });
  });

  for (const [text, message] of [
    ['weeks: 0', 'weeks must be 1 or more'],
    ['weeks: many', 'weeks must be a whole number from 1 to 522'],
    ['timeZone: Mars', 'timeZone must be a time zone such as UTC or Europe/Berlin'],
    ['level: team', 'level must be one of objective, initiative, epic, item'],
    ['rules: { no-goals: error }', 'rules.no-goals is not a field it has'],
    ['rules: { no-goal: loud }', 'rules.no-goal must be one of error, warning, off'],
    ['weks: 3', 'weks is not a field it has'],
    ['targets: { P1: 150% }', 'targets.P1 must be a share: 0.5 or "50%"'],
    ['targets: { P1: 60%, P2: 60% }', 'targets must not be more than 100% together'],
    ['a: [', 'is not valid YAML'],
    ['x: &a [1]\ny: *a', 'is not valid YAML'],
  ] as const) {
    it(`says what is wrong with ${text}`, () => {
      const read = parseReportFile(text);
      assert.ok('message' in read && read.message.includes(message), JSON.stringify(read));
    });
  }

  it('says that a file is nested too deeply, and names few of many wrong fields', () => {
    for (const deep of ['['.repeat(30_000), '- '.repeat(30_000), '{a: '.repeat(30_000)]) {
      assert.deepEqual(parseReportFile(deep), {
        message: '.goals/report.yaml is nested too deeply. Write one name and its value a line.',
      });
    }
    const many = Array.from({ length: 10_000 }, (_, at) => `${'x'.repeat(200)}${at}: 1`).join('\n');
    const read = parseReportFile(many);
    assert.ok(
      'message' in read && read.message.length < 500 && read.message.endsWith('… is not a field it has.'),
    );
  });

  it('has a current JSON schema: run "npm run schema" after a change', () => {
    const file = join(import.meta.dirname, '../../../../schemas/report-file.schema.json');
    assert.deepEqual(
      JSON.parse(readFileSync(file, 'utf8')),
      JSON.parse(JSON.stringify(reportFileJsonSchema())),
    );
  });
});
