import assert from 'node:assert/strict';
import type { DrillSheet, ReportState, ToReportPage } from '../../../src/reportPage/contract/protocol';
import { reportStateSchema } from '../../../src/reportPage/contract/protocol';
import type { ReportSheet } from '../../../src/reportPage/contract/reportSheet';
import { readFilters, type ReportFilters } from '../../../src/reportPage/filters';
import { ReportController, type ReportPort } from '../../../src/reportPage/reportController';
import { reportSheet } from '../../../src/reportPage/sheet/reportSheet';
import { quarterRecord } from '../../support/quarter';

const sheet = reportSheet(quarterRecord(), { language: 'en' });
const sheetOf = (title: string): ReportSheet => ({ ...sheet, title });

interface Making {
  readonly filters: ReportFilters;
  readonly listener: Parameters<ReportPort['make']>[1];
  readonly signal: AbortSignal;
  readonly resolve: (sheet: ReportSheet) => void;
  readonly reject: (error: unknown) => void;
}

/** A controller with a host whose reports the test finishes. */
function setUp(overrides: Partial<ReportPort> = {}) {
  const states: ReportState[] = [];
  const makings: Making[] = [];
  const asked: unknown[] = [];
  const kept: ReportFilters[] = [];
  const page = {
    post: ({ state, revision }: ToReportPage): void => {
      states.push(reportStateSchema.parse(state));
      controller.receive({ type: 'painted', revision });
    },
  };
  const controller = new ReportController(
    page,
    {
      repositories: () => [
        { id: 'file:///a', name: 'a' },
        { id: 'file:///b', name: 'b' },
      ],
      usual: () => Promise.resolve({ weeks: 8, level: 'epic' }),
      hindrance: () => undefined,
      make: (filters, listener, signal) =>
        new Promise((resolve, reject) => makings.push({ filters, listener, signal, resolve, reject })),
      commits: (key) =>
        Promise.resolve({ key, title: key, text: '', commits: [{ id: '0 a', subject: 's', facts: '' }] }),
      files: () => Promise.resolve([{ path: 'x', change: 'added' }]),
      explain: (error) => ({ title: 'No', text: String(error), buttons: [] }),
      keep: (filters) => kept.push(filters),
      act: (...request) => asked.push(request),
      warn: (message) => asked.push(message),
      ...overrides,
    },
    {},
  );
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  const last = (): ReportState => states.at(-1)!;
  return { controller, states, makings, asked, kept, settle, last };
}

describe('the controller of the report', () => {
  it('shows that it reads, what is known early, and the report', async () => {
    const { controller, makings, settle, last } = setUp();
    controller.receive({ type: 'ready' });
    await settle();
    assert.ok(last().busy);
    assert.deepEqual([last().controls.weeks.value, last().controls.level.value], ['8', 'epic']);
    makings[0]!.listener.onProgress({ text: 'Reading', done: 0.5 });
    assert.deepEqual(last().busy, { text: 'Reading', done: 0.5 });
    makings[0]!.listener.onStage(sheetOf('early'));
    assert.equal(last().sheet?.title, 'early');
    makings[0]!.resolve(sheetOf('whole'));
    await controller.settled();
    assert.deepEqual([last().sheet?.title, last().busy], ['whole', undefined]);
  });

  it('drops what is overtaken, and keeps what is asked for', async () => {
    const { controller, makings, kept, settle, last } = setUp();
    controller.receive({ type: 'ready' });
    await settle();
    controller.receive({ type: 'filter', name: 'weeks', value: '26' });
    await settle();
    assert.equal(makings[0]!.signal.aborted, true);
    makings[1]!.resolve(sheetOf('new'));
    await settle();
    makings[0]!.listener.onStage(sheetOf('old'));
    makings[0]!.resolve(sheetOf('old'));
    await controller.settled();
    assert.equal(last().sheet?.title, 'new');
    assert.deepEqual(makings[1]!.filters, { weeks: 26 });
    assert.deepEqual(kept, [{ weeks: 26 }]);
    controller.usePath('src');
    controller.receive({ type: 'filter', name: 'repository', value: 'file:///b' });
    assert.deepEqual(kept.slice(1), [
      { weeks: 26, path: 'src' },
      { weeks: 26, path: undefined, repository: 'file:///b' },
    ]);
  });

  it('stops when it is told to: what was shown stays, else there is a way to go on', async () => {
    const { controller, makings, settle, last } = setUp();
    controller.receive({ type: 'ready' });
    await settle();
    controller.receive({ type: 'action', action: 'cancel' });
    assert.equal(makings[0]!.signal.aborted, true);
    makings[0]!.reject(makings[0]!.signal.reason);
    await settle();
    assert.deepEqual(
      last().message?.buttons.map(({ action }) => action),
      ['refresh'],
    );
    controller.receive({ type: 'action', action: 'refresh' });
    await settle();
    makings[1]!.resolve(sheet);
    await controller.settled();
    controller.receive({ type: 'action', action: 'refresh' });
    await settle();
    controller.receive({ type: 'action', action: 'cancel' });
    assert.deepEqual([last().sheet?.title, last().message, last().busy], [sheet.title, undefined, undefined]);
  });

  it('says what hinders a report, and what went wrong with one', async () => {
    const message = { title: 'No goals', text: '', buttons: [] };
    const hindered = setUp({ hindrance: () => message });
    hindered.controller.receive({ type: 'ready' });
    await hindered.controller.settled();
    assert.deepEqual(hindered.last().message, message);
    const failing = setUp({ make: () => Promise.reject(new Error('boom')) });
    failing.controller.receive({ type: 'ready' });
    await failing.controller.settled();
    assert.equal(failing.last().message?.text, 'Error: boom');
  });

  it('shows commits and their files, and closes them', async () => {
    const { controller, makings, settle, last } = setUp();
    controller.receive({ type: 'ready' });
    await settle();
    makings[0]!.resolve(sheet);
    await controller.settled();
    const filesOf = (): DrillSheet['commits'][number]['files'] => last().drill?.commits[0]?.files;
    controller.receive({ type: 'action', action: 'showCommits', key: 'k' });
    await settle();
    assert.deepEqual([last().drill?.title, filesOf()], ['k', undefined]);
    controller.receive({ type: 'action', action: 'showFiles', key: '0 a' });
    await settle();
    assert.deepEqual(filesOf(), [{ path: 'x', change: 'added' }]);
    controller.receive({ type: 'action', action: 'showFiles', key: '0 a' });
    await settle();
    assert.equal(filesOf(), undefined);
    controller.receive({ type: 'action', action: 'closeCommits' });
    assert.equal(last().drill, undefined);
  });

  it('hands on what it does not do itself, and nothing that makes no sense', () => {
    const { controller, asked } = setUp();
    controller.receive({ type: 'action', action: 'openFile', key: 'a.ts', commit: '0 a' });
    controller.receive({ type: 'action', action: 'rm -rf' });
    assert.deepEqual(asked[0], ['openFile', 'a.ts', '0 a']);
    assert.match(String(asked[1]), /not understood/);
  });

  it('counts again for news only where it is seen', async () => {
    const { controller, makings, settle } = setUp();
    controller.receive({ type: 'ready' });
    await settle();
    makings[0]!.resolve(sheet);
    await controller.settled();
    controller.hide();
    controller.update();
    await settle();
    assert.equal(makings.length, 1);
    controller.receive({ type: 'ready' });
    controller.update();
    await settle();
    assert.equal(makings.length, 2);
  });

  it('leaves out of kept filters what makes no sense', () => {
    const good = { weeks: 26, level: 'epic', repository: 'file:///a', path: 'src' };
    assert.deepEqual(readFilters(good), good);
    for (const bad of [
      undefined,
      null,
      'x',
      { weeks: 'many', level: 'all', repository: 1, path: '' },
      { weeks: 1.5 },
    ]) {
      assert.deepEqual(readFilters(bad), {});
    }
  });
});
