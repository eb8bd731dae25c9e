import type { ReportState } from '../../../src/reportPage/contract/protocol';
import { controlsOf } from '../../../src/reportPage/filters';
import { reportSheet } from '../../../src/reportPage/sheet/reportSheet';
import { quarterRecord } from '../../support/quarter';

const controls = controlsOf({}, { weeks: 12, level: 'initiative' }, []);
const sheet = reportSheet(quarterRecord(), { language: 'en' });
const early = reportSheet(quarterRecord(), { language: 'en', earlyOf: '2024-12-02' });
const two = [
  { id: 'file:///shop', name: 'shop' },
  { id: 'file:///search', name: 'search' },
];

/** States of the report's page, by what they show. */
export const states = {
  loading: { controls, busy: { text: 'Reading commits: 12,000' } },
  report: { controls, sheet },
  reading: {
    controls,
    sheet: early,
    busy: { text: 'Reading the files of commits: 300 of 1,200', done: 0.25 },
  },
  fewPeople: { controls, sheet: reportSheet(quarterRecord({ people: 2 }), { language: 'en' }) },
  repositories: {
    controls: controlsOf(
      { repository: 'file:///search', path: 'src/index' },
      { weeks: 12, level: 'initiative' },
      two,
    ),
    sheet,
  },
  noGoals: {
    controls,
    message: {
      title: 'No goals are known',
      text: 'Keep goals in a file of the repository, or connect the tracker that has them.',
      buttons: [
        { label: 'Connect Tracker', action: 'connectTracker' },
        { label: 'Create Goals File', action: 'createGoalsFile' },
      ],
    },
  },
  commits: {
    controls,
    sheet,
    drill: {
      key: '{"by":"goal","of":"SHOP-7"}',
      title: 'SHOP-7 Checkout that never loses a cart',
      text: '3 commits',
      commits: [
        {
          id: `0 ${'a'.repeat(40)}`,
          subject: 'Retry a charge',
          facts: 'Nov 20, 2026 · aaaaaaa',
          files: [
            { path: 'src/payments/gateway.ts', change: 'changed' },
            { path: 'src/payments/retry.ts', change: 'added' },
          ],
        },
        { id: `0 ${'b'.repeat(40)}`, subject: 'Keep the basket', facts: 'Nov 19, 2026 · bbbbbbb' },
        { id: `0 ${'c'.repeat(40)}`, subject: 'Warn before a session ends', facts: 'Nov 18, 2026 · ccccccc' },
      ],
    },
  },
} satisfies Record<string, ReportState>;
