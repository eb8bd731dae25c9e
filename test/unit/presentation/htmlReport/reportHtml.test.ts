import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { effortChart } from '../../../../src/presentation/charts/effortChart';
import { evidenceChart } from '../../../../src/presentation/charts/evidenceChart';
import { weeksChart } from '../../../../src/presentation/charts/weeksChart';
import type { ChartPart, ChartScene } from '../../../../src/presentation/charts/chartScene';
import { reportHtml } from '../../../../src/presentation/htmlReport/reportHtml';
import type { ReportRecord } from '../../../../src/presentation/report/reportSchema';
import { GitRepositoryFixture } from '../../../support/gitRepository';
import { quarterRecord } from '../../../support/quarter';
import { goalsFile, reportCommits, runReport } from '../../cli/reportRun';
import { importLandings } from '../../git/landing/landingFixture';

describe('the report as HTML', function () {
  this.timeout(60_000);
  let record: ReportRecord;
  let html: string;

  before(async () => {
    const repository = new GitRepositoryFixture();
    const home = mkdtempSync(join(tmpdir(), 'goal-lens-home-'));
    try {
      importLandings(repository.root, reportCommits);
      repository.write(
        '.goals/goals.yaml',
        goalsFile.replace('Retry a payment', '<img src=x onerror=alert(1)>'),
      );
      repository.write('.goals/report.yaml', 'targets: { SHOP-7: 50% }\n');
      const run = async (format: string): Promise<string> =>
        (await runReport(repository.root, home, ['--weeks', '4', '--level', 'item', '--format', format])).out;
      record = JSON.parse(await run('json')) as ReportRecord;
      html = await run('html');
    } finally {
      repository.remove();
      rmSync(home, { recursive: true, force: true });
    }
  });

  it('is one file without script, style attributes or anything from elsewhere', () => {
    assert.doesNotMatch(
      html,
      /<(?:script|img|link|iframe)|<[^>]*\s(?:on\w+|style|src|href)=|url\((?!#)|@import/i,
    );
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    assert.ok(
      html.includes(
        `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
      ),
    );
    assert.ok(html.includes('&lt;img src=x onerror=alert(1)&gt;'), 'a title is text');
  });

  it('is the record and nothing else, with a table beside each chart', () => {
    assert.equal(html, reportHtml(record, 'en'));
    const charts = html.match(/<figure>/g)?.length ?? 0;
    assert.equal(charts, 5);
    const beside =
      /<\/svg>(?:<figcaption.*?<\/figcaption>)?<\/figure><details><summary>Table<\/summary><table>/g;
    assert.equal(html.match(beside)?.length, charts);
    assert.equal(html.match(/role="img" aria-label="[^"]+/g)?.length, charts);
    for (const open of ['table', 'section', 'svg', 'ul', 'details', 'main', 'tr']) {
      const count = (pattern: string): number => html.match(new RegExp(pattern, 'g'))?.length ?? 0;
      assert.equal(count(`<${open}[ >]`), count(`</${open}>`), open);
    }
  });

  it('says below a chart what its marks mean', () => {
    const legends = (of: ReportRecord): string[][] =>
      [...reportHtml(of, 'en').matchAll(/<figcaption class="legend">(.*?)<\/figcaption>/g)].map(
        ([, legend = '']) => [...legend.matchAll(/<\/svg>(.*?)<\/span>/g)].map(([, text = '']) => text),
      );
    const [none, some] = [[0, 0] as [number, number], [0.1, 0.2] as [number, number]];
    const plain = record.goals.map((goal) => ({ ...goal, range: none }));
    const goals = plain.map((goal) => ({ ...goal, range: some, target: 0.5 }));
    const evidence = [
      { evidence: 'named', share: 0.75, personDays: 3 },
      { evidence: 'merge', share: 0, personDays: 0 },
      { evidence: 'none', share: 0.25, personDays: 1 },
    ] as const;
    assert.deepEqual(legends({ ...record, goals, evidence: [...evidence] }), [
      ['Person-days', 'Range by person-days and commits', 'The team’s target'],
      ['Named in the commit 75%', 'No goal 25%'],
    ]);
    const noGoal = { ...record.noGoal, range: none };
    const unknown = { ...record.unknown, range: none };
    assert.deepEqual(legends({ ...record, goals: plain, noGoal, unknown })[0], ['Person-days']);
  });

  it('has a style for all that its charts are made of', () => {
    const wide = quarterRecord();
    const weeks = wide.weeks.map((week, at) => ({ ...week, rework: at === 0 ? week.rework : null }));
    const goals = wide.goals.map((goal) => ({
      ...goal,
      range: [goal.share / 2, goal.share * 2] as [number, number],
    }));
    const made = reportHtml({ ...wide, weeks, goals }, 'en');
    const style = /<style>([\s\S]*?)<\/style>/.exec(made)?.[1] ?? '';
    const charts = [html, made].flatMap((each) => each.match(/<svg class="chart"[\s\S]*?<\/svg>/g) ?? []);
    const classes = new Set(
      charts.flatMap((chart) =>
        [...chart.matchAll(/<(?!text)\w+ class="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' ')),
      ),
    );
    for (const name of ['lineMain', 'tooRecent', 'whisker', 'target']) assert.ok(classes.has(name), name);
    for (const name of classes) assert.match(style, new RegExp(`\\.${name}\\b`), name);
  });

  it('draws no line along the bottom where all changes land at once', () => {
    const at = (p85Days: number): string => {
      const weeks = record.weeks.map((week) => ({ ...week, timeToLand: { ...week.timeToLand, p85Days } }));
      return reportHtml({ ...record, weeks }, 'en');
    };
    assert.doesNotMatch(at(0.04), /lineSide" d=/);
    assert.match(at(0.05), /lineSide" d=/);
  });

  it('prints a long table once, although the page shows its head above it', () => {
    const [folder] = record.noGoal.folders;
    assert.ok(folder);
    const folders = Array.from({ length: 30 }, (_, at) => ({ ...folder, folder: `src/${at}` }));
    const long = reportHtml({ ...record, noGoal: { ...record.noGoal, folders } }, 'en');
    const [head, ...more] = [...long.matchAll(/<div class="head">(.*?)<\/div>/g)];
    assert.deepEqual([head?.[1]?.match(/<th scope="row">/g)?.length, more.length], [12, 0]);
    assert.match(long, /@media print \{[^}]*\.head \{ display: none; \}/);
  });

  it('breaks figures nowhere, and texts where a line ends', () => {
    const [first] = record.goals;
    assert.ok(first);
    const made = reportHtml({ ...record, goals: [{ ...first, range: [0.16, 0.18] }] }, 'de');
    assert.match(made, /<td class="figures">16–18\s%<\/td>/);
    const { declared } = record.noGoal;
    assert.ok(declared[0]);
    assert.ok(made.includes(`<td>${declared[0].reason}</td>`), 'a reason is a text');
    assert.match(made, /\.figures \{ white-space: nowrap; \}/);
    assert.doesNotMatch(made, /td \{ white-space/);
  });

  it('names nobody', () => {
    assert.doesNotMatch(html, /shop\.example|name of/i);
  });

  const inside = ({ width, height, parts }: ChartScene): boolean =>
    parts.every((part) => {
      if (part.kind === 'path') return !part.d.includes('NaN');
      if (part.kind === 'circle') return part.cx <= width && part.cy <= height;
      const xs =
        part.kind === 'rect'
          ? [part.x, part.x + part.width]
          : part.kind === 'line'
            ? [part.x1, part.x2]
            : [part.x];
      const ys =
        part.kind === 'rect'
          ? [part.y, part.y + part.height]
          : part.kind === 'line'
            ? [part.y1, part.y2]
            : [part.y];
      return xs.every((x) => x >= 0 && x <= width) && ys.every((y) => y >= 0 && y <= height);
    });
  const rects = (parts: readonly ChartPart[]) => parts.filter((part) => part.kind === 'rect');

  it('draws bars as long as shares, with ranges and targets', () => {
    const scene = effortChart(record, 'en', 'Summary');
    assert.ok(inside(scene));
    const bars = rects(scene.parts);
    const shares = [...record.goals.map(({ share }) => share), record.unknown.share, record.noGoal.share];
    assert.equal(bars.length, shares.length);
    const scale = (bars[0]?.width ?? 0) / (shares[0] ?? 1);
    bars.forEach((bar, at) => assert.ok(Math.abs(bar.width - scale * (shares[at] ?? 0)) < 0.01));
    assert.deepEqual(bars.map(({ cls }) => cls).slice(-2), ['fill unknown', 'fill none']);
  });

  it('draws weeks up to the whole, and evidence from end to end', () => {
    const weeks = weeksChart(record, { language: 'en', summary: 'Summary' });
    assert.ok(inside(weeks));
    const layers = weeks.parts.filter((part) => part.kind === 'path');
    const used = record.priorities.filter(({ share }) => share > 0).map(({ priority }) => `fill ${priority}`);
    assert.deepEqual(
      layers.map(({ cls }) => cls),
      used,
    );
    assert.match(layers.at(-1)?.d ?? '', /^M44,10L/, 'the first week is full');
    // Of few people only whole percents are known: 13 + 20 + 17 + 49.
    const rounded = record.weeks.map((week) => ({
      ...week,
      priorities: week.priorities.map(({ priority }, at) => ({
        priority,
        share: [0.13, 0.2, 0.17, 0.49][at] ?? 0,
      })),
    }));
    const edge = weeksChart({ ...record, weeks: rounded }, { language: 'en', summary: 'Summary' })
      .parts.filter((part) => part.kind === 'path')
      .at(-1);
    assert.match(edge?.d ?? '', /^M44,10L[\d.]+,10L[\d.]+,10L[\d.]+,10L/, 'all four weeks are full');
    const evidence = evidenceChart(record, 'Summary');
    const last = rects(evidence.parts).at(-1);
    assert.ok(inside(evidence) && last && Math.abs(last.x + last.width - evidence.width) < 3);
  });
});
