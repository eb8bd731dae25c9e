import type { GoalCard, GoalRef } from '../../../src/panel/contract/panelState';

const objective: GoalRef = {
  key: 'SHOP-1',
  reference: 'SHOP-1',
  title: 'Grow revenue from returning customers',
  levelLabel: 'Objective',
  rank: 2,
  priorityLabel: 'High',
  closed: false,
  hasUrl: true,
};

const initiative: GoalRef = {
  key: 'SHOP-7',
  reference: 'SHOP-7',
  title: 'Checkout that never loses a cart',
  levelLabel: 'Initiative',
  rank: 1,
  priorityLabel: 'Urgent',
  closed: false,
  hasUrl: true,
};

const retryItem: GoalRef = {
  key: 'SHOP-143',
  reference: 'SHOP-143',
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
  reference: 'SHOP-142',
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
      reference: 'PAY-88',
      title: 'Idempotency keys at the payment provider',
      levelLabel: 'Item',
      rank: 2,
      priorityLabel: 'High',
      closed: false,
      hasUrl: true,
    },
    {
      key: 'SHOP-120',
      reference: 'SHOP-120',
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
      reference: 'SHOP-160',
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
  reference: 'SHOP-171',
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

/** An initiative that the path map names: it goes well, and has no quotes. */
export const totals: GoalCard = {
  ...bareGoal,
  key: 'SHOP-7',
  reference: 'SHOP-7',
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

/** An epic that is blocked, off track and late. */
export const offTrack: GoalCard = {
  ...bareGoal,
  key: 'SHOP-155',
  reference: 'SHOP-155',
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
  const { key, reference, title, levelLabel, hasUrl, priority } = card;
  return {
    key,
    reference,
    title,
    levelLabel,
    hasUrl,
    rank: priority.rank,
    priorityLabel: priority.label,
    closed: false,
  };
}
