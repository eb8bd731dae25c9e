import type { GoalCard, GoalRef, PanelState } from '../../src/panel/panelState';
import type { Strings } from '../../src/panel/protocol';

/** The panel's words in English. */
export const strings: Strings = {
  impact: 'Customer impact',
  whyNow: 'Why now',
  target: 'Target',
  blockedBy: 'Blocked by',
  blocks: 'Blocks',
  owner: 'Owner',
  progress: 'Progress',
  metrics: 'Metrics',
  chain: 'Leads up to',
  notRecorded: 'Not recorded',
  description: 'Description',
  showMore: 'Show more',
  showLess: 'Show less',
  openInTracker: 'Open in tracker',
  copyKey: 'Copy key',
  notThisGoal: 'Not this goal',
  howMatched: 'How matched',
  labels: 'Labels',
  status: 'Status',
  health: 'Health',
  priority: 'Priority',
  baseline: 'Baseline',
  current: 'Current',
  targetValue: 'Target',
  source: 'Source',
  customerSaid: 'What customers said',
  goals: 'Goals',
  reading: 'Reading history…',
  closed: 'closed',
  notices: 'Notices',
  latestCommits: 'Latest commits',
  touchedFiles: 'Files touched most',
  showAll: 'Show all',
};

const objective: GoalRef = {
  key: 'SHOP-1',
  title: 'Grow revenue from returning customers',
  levelLabel: 'Objective',
  rank: 2,
  priorityLabel: 'High',
  closed: false,
  hasUrl: true,
};

const initiative: GoalRef = {
  key: 'SHOP-7',
  title: 'Checkout that never loses a cart',
  levelLabel: 'Initiative',
  rank: 1,
  priorityLabel: 'Urgent',
  closed: false,
  hasUrl: true,
};

const retryItem: GoalRef = {
  key: 'SHOP-143',
  title: 'Say when a payment is tried again',
  levelLabel: 'Item',
  rank: 1,
  priorityLabel: 'P1',
  closed: false,
  hasUrl: false,
};

/** The goal that most tests are about: everything is recorded. */
export const retryPayment: GoalCard = {
  key: 'SHOP-142',
  title: 'Retry a payment that fails',
  level: 'epic',
  levelLabel: 'Epic',
  description:
    'When a card is declined for a passing reason, the shop gives up and the customer starts over with an empty cart. ' +
    'One in nine of them does not come back.\n\n' +
    'Keep the cart, tell the customer what happened, and try once more with the same card after 30 seconds, then ' +
    'offer another way to pay. Issuers that answer “do not retry” are left alone.\n\n' +
    'Out of scope: subscriptions, and payments by invoice. They have their own retry rules, and a second attempt there ' +
    'is a new invoice for the customer. See the decision of 3 November for the reasons, and the list of issuers that ' +
    'asked us not to retry at all.',
  status: { label: 'In progress', category: 'active' },
  health: { label: 'At risk', value: 'atRisk' },
  priority: { rank: 1, short: 'P1', label: 'Urgent', inherited: 'from SHOP-7' },
  impact: {
    facts: [
      {
        kind: 'customers',
        value: '38',
        label: 'customers',
        detail: 'Nordlicht Versand, Casa Verde, Fjord & Co, Maison Lune and 34 more',
        field: 'Customers affected (customfield_10050)',
      },
      { kind: 'requests', value: '214', label: 'requests', field: 'Votes' },
      {
        kind: 'revenue',
        value: '€50–100k',
        label: 'revenue at stake',
        field: 'ARR at risk (customfield_10061)',
      },
      { kind: 'segments', value: 'Enterprise (2), Pro', label: 'segments', field: 'Tier' },
    ],
    quotes: [
      {
        text: 'We lose the whole basket when the bank times out. My team now phones every customer who drops off.',
        source: 'Ines Alvarez, Casa Verde',
        hasUrl: true,
      },
      {
        text: 'Black Friday is the one day when it must not happen.',
        source: 'Nordlicht Versand',
        hasUrl: false,
      },
      { text: 'The error page says “try later”. Nobody does.', source: 'Survey, October', hasUrl: true },
    ],
  },
  target: { date: '12 Dec 2026', relative: 'in 20 days', urgency: 'soon' },
  blockedBy: [
    {
      key: 'PAY-88',
      title: 'Idempotency keys at the payment provider',
      levelLabel: 'Item',
      rank: 2,
      priorityLabel: 'High',
      closed: false,
      hasUrl: true,
    },
    {
      key: 'SHOP-120',
      title: 'Keep carts for 30 days',
      levelLabel: 'Item',
      rank: 3,
      priorityLabel: 'Medium',
      closed: true,
      hasUrl: true,
    },
  ],
  blocks: [
    {
      key: 'SHOP-160',
      title: 'Pay later with one click',
      levelLabel: 'Epic',
      rank: 3,
      priorityLabel: 'Medium',
      closed: false,
      hasUrl: true,
    },
  ],
  owner: { name: 'Priya Raman', initials: 'PR', email: 'priya.raman@shop.example' },
  progress: { fraction: 0.62, label: '62 %' },
  metrics: [
    { name: 'Failed payments recovered', baseline: '12 %', current: '31 %', target: '45 %', fraction: 0.58 },
    {
      name: 'Support calls about payment',
      baseline: '140 a week',
      current: '96 a week',
      target: '60 a week',
      fraction: 0.55,
    },
  ],
  chain: [initiative, objective],
  via: [retryItem],
  history: {
    commits: [
      { sha: '4f1c2d9'.padEnd(40, '0'), subject: 'Retry a charge with growing delays', when: '2 days ago' },
      {
        sha: '77aa01b'.padEnd(40, '0'),
        subject: 'Tell passing failures from final ones',
        when: '4 days ago',
      },
    ],
    files: [{ path: 'src/payments/retry.ts', name: 'retry.ts', commits: '4 commits' }],
  },
  labels: ['checkout', 'payments', 'black-friday'],
  provenance: 'Branch name → SHOP-143 → epic SHOP-142',
  linkKey: 'SHOP-143',
  canReject: true,
  hasUrl: true,
  updated: 'Updated 3 days ago',
  tracker: 'Shop Jira',
};

/** A goal of which the tracker records hardly anything. */
export const bareGoal: GoalCard = {
  key: 'SHOP-171',
  title: 'Round totals the way the tax office does',
  level: 'item',
  levelLabel: 'Item',
  priority: { rank: 0, short: '–', label: 'No priority' },
  blockedBy: [],
  blocks: [],
  metrics: [],
  chain: [],
  via: [],
  labels: [],
  linkKey: 'SHOP-171',
  provenance: 'Commit 4f1c2d9 “Round per line, not per cart” names SHOP-171',
  canReject: true,
  hasUrl: false,
  tracker: 'goals.yaml',
};

const totals: GoalCard = {
  ...bareGoal,
  key: 'SHOP-7',
  title: initiative.title,
  level: 'initiative',
  levelLabel: 'Initiative',
  description: 'A cart survives everything: a failed payment, a closed laptop, a change of device.',
  status: { label: 'In progress', category: 'active' },
  health: { label: 'On track', value: 'onTrack' },
  priority: { rank: 1, short: 'P1', label: 'Urgent' },
  impact: {
    facts: [{ kind: 'customers', value: '1,204', label: 'customers', field: 'Customers affected' }],
    quotes: [],
  },
  target: { date: '31 Mar 2027', relative: 'in 4 months', urgency: 'later' },
  owner: { name: 'Dario Conti', initials: 'DC' },
  progress: { fraction: 0.4, label: '40 %' },
  chain: [objective],
  provenance: 'Path map: src/cart/** serves SHOP-7',
  canReject: false,
  hasUrl: true,
};

const offTrack: GoalCard = {
  ...bareGoal,
  key: 'SHOP-155',
  title: 'Show delivery cost before the last step',
  level: 'epic',
  levelLabel: 'Epic',
  status: { label: 'Blocked', category: 'blocked' },
  health: { label: 'Off track', value: 'offTrack' },
  priority: { rank: 2, short: 'P2', label: 'High' },
  target: { date: '14 Nov 2026', relative: '8 days late', urgency: 'overdue' },
  provenance: 'Branch name contains SHOP-155',
  hasUrl: true,
};

/** The key and title of a card, as a list shows it. */
export function refOf(card: GoalCard): GoalRef {
  const { key, title, levelLabel, hasUrl, priority } = card;
  return {
    key,
    title,
    levelLabel,
    hasUrl,
    rank: priority.rank,
    priorityLabel: priority.label,
    closed: false,
  };
}

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

/** A copy of a value in which every text is replaced; what a tracker may fill with anything. */
export function withEveryText<T>(value: T, replace: (text: string, name: string) => string, name = ''): T {
  if (typeof value === 'string') return replace(value, name) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => withEveryText(item, replace, name)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [key, withEveryText(item, replace, key)]),
  ) as T;
}
