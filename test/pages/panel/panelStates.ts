import type { PanelState } from '../../../src/panel/contract/panelState';
import { bareGoal, offTrack, refOf, retryPayment, totals } from './goalCards';

const branch = { heading: 'This branch', name: 'feature/SHOP-142-retry-payments' };
const file = { heading: 'This file', name: 'totals.ts', folder: 'src/cart', reading: false };

/** A state of each kind that the panel can be in. */
export const states = {
  goals: {
    kind: 'goals',
    notices: [],
    branch: { ...branch, goals: [retryPayment] },
    file: { ...file, goals: [totals, bareGoal].map((card) => ({ ref: refOf(card), card })) },
  },
  notices: {
    kind: 'goals',
    notices: [
      {
        severity: 'warning',
        text: 'Shop Jira cannot be reached. Shown as of 09:12, 2 hours ago.',
        buttons: [
          { label: 'Try again', action: 'refresh' },
          { label: 'Show log', action: 'showLog' },
        ],
      },
      {
        severity: 'error',
        text: '2 entries of .goals/goals.yaml cannot be read.',
        buttons: [{ label: 'Show problems', action: 'showProblems' }],
      },
      { severity: 'info', text: 'SHOP-9999 is in the branch name, but no tracker knows it.', buttons: [] },
    ],
    branch: { ...branch, repository: 'shop-web', goals: [{ ...totals, canReject: true }] },
    file: { ...file, goals: [], reading: true },
  },
  several: {
    kind: 'goals',
    notices: [],
    branch: { ...branch, name: 'SHOP-155-and-SHOP-171', goals: [offTrack, bareGoal] },
    file: { ...file, name: 'README.md', folder: '', goals: [], empty: 'No goal is known for this file yet.' },
  },
  empty: {
    kind: 'goals',
    notices: [],
    branch: {
      heading: 'This branch',
      name: 'main',
      goals: [],
      empty: {
        title: 'No goal is linked to this branch',
        text: 'Name the goal in the branch, as in feature/SHOP-142-retry, or link one here.',
        buttons: [
          { label: 'Link a goal…', action: 'linkBranch', primary: true },
          { label: 'Check priorities', action: 'checkPriorities' },
        ],
      },
    },
  },
  loading: { kind: 'loading', text: 'Reading goals…' },
  noFolder: {
    kind: 'noFolder',
    title: 'Open a folder to see its goals',
    text: 'Goal Lens shows which product goal your code serves. It needs a folder with a git repository.',
    buttons: [],
  },
  noTracker: {
    kind: 'noTracker',
    title: 'Where are your goals?',
    text: 'Keep them in this repository, or connect the tracker that your team already uses.',
    buttons: [
      { label: 'Create a goals file', action: 'createGoalsFile', primary: true },
      { label: 'Connect a tracker', action: 'linkGoal' },
    ],
  },
  error: {
    kind: 'error',
    title: 'The goals cannot be read',
    text: 'Shop Jira answered with an error (503). Nothing was read before, so there is nothing to show.',
    buttons: [
      { label: 'Try again', action: 'refresh', primary: true },
      { label: 'Show log', action: 'showLog' },
    ],
  },
} as const satisfies Record<string, PanelState>;

/** The same goal many times over under other keys, each with its card. */
export function manyGoals(count: number): PanelState {
  const cards = Array.from({ length: count }, (_, index) => ({
    ...retryPayment,
    key: `SHOP-${index + 200}`,
  }));
  return {
    kind: 'goals',
    notices: [],
    branch: { ...branch, goals: cards },
  };
}
