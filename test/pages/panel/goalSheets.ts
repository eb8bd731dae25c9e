import type { GoalRow, GoalSheet } from '../../../src/panel/contract/goalSheet';

const gatewayRow: GoalRow = {
  key: 'PAY-3',
  title: 'Move card payments to the new gateway contract',
  rank: 2,
  priorityLabel: 'P2',
  closed: false,
  notes: [{ text: 'Off track' }, { text: '8 days overdue', strong: true }],
};

const messageRow: GoalRow = {
  key: 'SHOP-144',
  title: 'Say what happened to the payment',
  rank: 1,
  priorityLabel: 'P1',
  closed: false,
  notes: [{ text: 'Planned' }, { text: 'P1 from SHOP-7' }],
};

/** The goal that most tests are about: everything is recorded, and much of it is its initiative's. */
export const retryPayment: GoalSheet = {
  key: 'SHOP-142',
  title: 'Retry a payment that fails for a passing reason',
  levelLabel: 'Item',
  hasUrl: true,
  priority: { rank: 1, short: 'P1', label: 'Urgent', from: 'SHOP-7' },
  status: { label: 'In progress', category: 'active' },
  impactLine: { text: '38 customers, 112 requests', from: 'SHOP-7' },
  owner: { name: 'Ana Ruiz', email: 'ana.ruiz@shop.example' },
  due: { text: 'in 6 days', date: 'Dec 3', pressing: true },
  progress: { fraction: 0.7, label: '70 %' },
  description: [
    'When the gateway times out or answers that it is busy, charge again with the same idempotency key: at most three ' +
      'attempts and nine seconds in total. A declined card is never charged again.',
    'Out of scope: subscriptions, and payments by invoice. They have their own retry rules, and a second attempt there ' +
      'is a new invoice for the customer. See the decision of 3 November for the reasons, and the list of issuers that ' +
      'asked us not to retry at all.',
  ],
  bounds: [
    {
      title: 'Done when',
      items: [
        { text: 'A time-out or a busy gateway is charged again', mark: 'done' },
        { text: 'Three attempts and nine seconds at most', mark: 'done' },
        { text: 'A declined card is never charged again', mark: 'open' },
      ],
    },
    { title: 'Out of scope', items: [{ text: 'Cards that are stored for later', mark: 'outside' }] },
  ],
  labels: ['checkout', 'black-friday'],
  lines: [],
  buttons: [],
  reason: {
    key: 'SHOP-7',
    title: 'Checkout that never loses a cart',
    levelLabel: 'Initiative',
    hasUrl: true,
    priority: { rank: 1, short: 'P1', label: 'Urgent' },
    status: { label: 'In delivery', category: 'active' },
    health: { label: 'At risk', value: 'atRisk' },
    owner: { name: 'Priya Nair' },
    due: { text: 'in 20 days', date: 'Dec 17', pressing: false },
  },
  impact: {
    from: 'SHOP-7',
    facts: [
      {
        kind: 'customers',
        isFigure: true,
        value: '38',
        label: 'customers',
        detail: 'Nordlicht Versand, Casa Verde, Fjord & Co, Maison Lune and 34 more',
        field: 'Customers affected (customfield_10050)',
      },
      { kind: 'requests', isFigure: true, value: '112', label: 'requests', field: 'Votes' },
      {
        kind: 'revenue',
        isFigure: true,
        value: '€250–500K',
        label: 'revenue at stake',
        field: 'ARR at risk (customfield_10061)',
      },
      { kind: 'score', isFigure: true, value: '87', label: 'impact score', field: 'Impact' },
      { kind: 'severity', isFigure: false, value: 'Blocks ordering', label: 'Severity', field: 'Severity' },
      {
        kind: 'segments',
        isFigure: false,
        value: 'Enterprise, mid-market',
        label: 'Segments',
        field: 'Tier',
      },
    ],
    quotes: [
      {
        text:
          '“The night shift fills the cart and the house manager approves it in the morning. Twice a week the cart is ' +
          'empty by then and we start again.”',
        source: 'Purchasing lead, Nordlicht Hotels',
        hasUrl: true,
      },
      {
        text: '“Black Friday is the one day when it must not happen.”',
        source: 'Nordlicht Versand',
        hasUrl: false,
      },
      { text: '“The error page says ‘try later’. Nobody does.”', source: 'Survey, October', hasUrl: true },
    ],
  },
  whyNow: [
    { title: 'SHOP-7 waits for', goals: [gatewayRow] },
    { title: 'Waits for SHOP-142', goals: [messageRow] },
  ],
  metrics: {
    from: 'SHOP-7',
    list: [
      {
        name: 'Carts lost at payment',
        steps: [
          { kind: 'baseline', text: '7.4' },
          { kind: 'current', text: '4.9' },
          { kind: 'target', text: '2%' },
        ],
        fraction: 0.46,
      },
      {
        name: 'Support conversations about payment',
        steps: [
          { kind: 'baseline', text: '41' },
          { kind: 'current', text: '33' },
          { kind: 'target', text: '15 per week' },
        ],
        fraction: 0.31,
      },
    ],
  },
  chain: [
    { key: 'OBJ-1', title: 'Every order that starts can finish', levelLabel: 'Objective' },
    { key: 'SHOP-7', title: 'Checkout that never loses a cart', levelLabel: 'Initiative' },
    { key: 'SHOP-120', title: 'Payments that recover by themselves', levelLabel: 'Epic' },
    { key: 'SHOP-142', title: 'Retry a payment that fails for a passing reason', levelLabel: 'Item' },
  ],
  provenance: {
    steps: ['Branch name', 'SHOP-142', 'SHOP-120', 'SHOP-7'],
    buttons: [
      { label: 'Not SHOP-142', action: 'notThisGoal', key: 'SHOP-142' },
      { label: 'Link Another Goal…', action: 'linkBranch' },
    ],
  },
  source: 'Shop Jira, changed 5 days ago',
  history: {
    note: 'for SHOP-142',
    commits: [
      {
        sha: '4f1c2d9'.padEnd(40, '0'),
        subject: 'Retry a charge with growing delays',
        when: '2 days ago',
        age: '2d',
      },
      {
        sha: '77aa01b'.padEnd(40, '0'),
        subject: 'SHOP-142: hand on how long the gateway wants us to wait',
        when: '12 days ago',
        age: '12d',
      },
    ],
    files: [
      { path: 'src/payments/retry.ts', name: 'retry.ts', folder: 'src/payments', commits: '4 commits' },
    ],
    showAll: { label: 'Show all', action: 'showCommits', key: 'SHOP-142' },
  },
};

/** A goal of which the tracker records hardly anything. */
export const bareGoal: GoalSheet = {
  key: 'SHOP-171',
  title: 'Round totals the way the tax office does',
  levelLabel: 'Item',
  hasUrl: false,
  priority: { rank: 0, short: '–', label: 'Priority not set' },
  description: [],
  bounds: [],
  labels: [],
  lines: [],
  buttons: [],
  whyNow: [],
  chain: [],
  source: 'goals.yaml',
};

/** Another goal, as the panel shows it when it is read: blocked, off track and late. */
export const gateway: GoalSheet = {
  ...bareGoal,
  key: 'PAY-3',
  title: gatewayRow.title,
  levelLabel: 'Initiative',
  hasUrl: true,
  priority: { rank: 2, short: 'P2', label: 'High' },
  status: { label: 'Waiting for the acquirer', category: 'blocked' },
  health: { label: 'Off track', value: 'offTrack' },
  owner: { name: 'Helena Brandt' },
  due: { text: '8 days overdue', date: 'Nov 19', pressing: true },
  progress: { fraction: 0.4, label: '40 %' },
  lines: [{ icon: 'branch', text: 'This branch serves another goal.', buttons: [] }],
  buttons: [
    { label: 'Link Branch', action: 'linkGoal', key: 'PAY-3' },
    { label: 'Show Commits', action: 'showCommits', key: 'PAY-3' },
  ],
};

/** Long words, a long key and large numbers, in German. */
export const longGoal: GoalSheet = {
  ...retryPayment,
  key: 'PLATFORM-INFRASTRUCTURE-120943',
  title:
    'Überarbeitung der Zahlungsabwicklung für Geschäftskundenrechnungen mit Donaudampfschifffahrtsgesellschaftskapitäns' +
    'versicherungsnachweis und allem, was sonst noch in einen Titel passt, den jemand in einem Zug geschrieben hat',
  priority: { rank: 1, short: 'P1', label: 'Dringend', from: 'PLATFORM-INFRASTRUCTURE-7' },
  status: { label: 'Wartet auf die Rückmeldung des Zahlungsdienstleisters', category: 'blocked' },
  impactLine: { text: '123,5 Mio. Kunden, 9,9 Mio. Anfragen', from: 'PLATFORM-INFRASTRUCTURE-7' },
  owner: { name: 'Maximiliane-Alexandra von Hohenstein-Württemberg zu Oldenburg' },
  due: { text: '2026-Q4', pressing: false, from: 'PLATFORM-OBJ-1' },
  impact: {
    from: 'PLATFORM-INFRASTRUCTURE-7',
    facts: [
      {
        kind: 'customers',
        isFigure: true,
        value: '123,5 Mio.',
        label: 'Kunden',
        detail: '123.456.789',
        field: 'impact.customers',
      },
      { kind: 'requests', isFigure: true, value: '9,9 Mio.', label: 'Anfragen', field: 'impact.requests' },
      {
        kind: 'revenue',
        isFigure: true,
        value: '100–250 Mrd. €',
        label: 'gefährdeter Umsatz',
        field: 'impact.revenue',
      },
    ],
    quotes: [],
  },
};

export { gatewayRow, messageRow };
