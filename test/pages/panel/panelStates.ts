import type { FileBar, PanelState } from '../../../src/panel/contract/panelState';
import { bareGoal, gateway, gatewayRow, longGoal, messageRow, retryPayment } from './goalSheets';

type GoalsState = Extract<PanelState, { kind: 'goals' }>;

const branch = { name: 'feature/SHOP-142-retry-payments', also: [], lines: [] };
const openPathMap = { label: 'Open Path Map', action: 'openPathMap' } as const;

const file: FileBar = {
  name: 'gateway.ts',
  path: 'src/payments/gateway.ts',
  marks: [
    { key: 'SHOP-7', rank: 1, title: 'Checkout that never loses a cart' },
    { key: 'PAY-3', rank: 2, title: gatewayRow.title },
  ],
  note: '+1',
  count: '3 goals',
  goals: [
    {
      key: 'SHOP-7',
      title: 'Checkout that never loses a cart',
      rank: 1,
      priorityLabel: 'P1',
      closed: false,
      notes: [{ text: 'your branch’s goal' }],
      how: 'Path rule /src/payments/gateway.ts',
    },
    { ...gatewayRow, how: 'Path rule /src/payments/gateway.ts' },
    {
      key: 'SHOP-4',
      title: 'Guest checkout with no surprises',
      rank: 0,
      closed: true,
      notes: [{ text: 'Done' }],
      how: 'Text of commit 6065a20',
    },
  ],
  reading: false,
  buttons: [openPathMap],
};

/** A file that no goal is known for. */
const emptyFile: FileBar = {
  name: 'README.md',
  path: 'README.md',
  marks: [],
  note: 'no goal',
  goals: [],
  reading: false,
  empty: 'No goal is known for this file yet.',
  buttons: [openPathMap],
};

const goals = {
  kind: 'goals',
  notices: [],
  branch: { ...branch, goal: retryPayment },
  file,
  announcement: `${retryPayment.title}, Urgent`,
} satisfies GoalsState;

/** A state of each kind that the panel can be in. */
export const states = {
  goals,
  notices: {
    ...goals,
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
    branch: {
      ...branch,
      repository: 'shop-web',
      goal: { ...gateway, buttons: [] },
      lines: [
        {
          icon: 'commit',
          text: 'The last commit carries no tag.',
          buttons: [{ label: 'Tag It', action: 'tagCommit' }],
        },
        { icon: 'tag', text: 'Next commit: tagged SHOP-7', buttons: [] },
      ],
    },
    file: { ...file, goals: [], marks: [], reading: true },
  },
  several: {
    ...goals,
    branch: {
      name: 'SHOP-171-and-more',
      goal: bareGoal,
      also: [gatewayRow, messageRow],
      lines: [
        {
          icon: 'commit',
          text: '1a2b3c4 “Add retries” is not tagged with SHOP-171.',
          buttons: [
            { label: 'Tag it', action: 'tagLastCommit' },
            { label: 'Leave it', action: 'leaveCommit', key: '1a2b3c4' },
          ],
        },
        {
          icon: 'info',
          text: 'Terminal and agents commit here too.',
          buttons: [
            { label: 'Set up the commit hook', action: 'setUpCommitHook' },
            { label: 'Not for this repository', action: 'declineHook' },
          ],
        },
      ],
    },
    file: emptyFile,
  },
  long: {
    ...goals,
    branch: { ...branch, name: `feature/${longGoal.key}-zahlungsabwicklung`, goal: longGoal },
  },
  reading: { kind: 'goal', back: 'Back to SHOP-142', goal: gateway, file },
  empty: {
    kind: 'goals',
    notices: [],
    branch: {
      name: 'main',
      also: [],
      lines: [],
      empty: {
        title: 'No goal is linked to this branch',
        text: 'Name the goal in the branch, as in feature/SHOP-142-retry, or link one here.',
        buttons: [
          { label: 'Link a goal…', action: 'linkBranch', primary: true },
          { label: 'Check priorities', action: 'checkPriorities' },
        ],
      },
    },
    announcement: 'No goal is linked to this branch',
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

/** The state with another goal on the branch. */
export function withGoal(
  goal: Partial<NonNullable<GoalsState['branch']['goal']>>,
  more: Partial<GoalsState> = {},
): GoalsState {
  const whole = { ...retryPayment, ...goal };
  return {
    ...goals,
    branch: { ...branch, goal: whole },
    announcement: `${whole.title}, ${whole.priority.label}`,
    ...more,
  };
}
