// @ts-check
/**
 * The history of the sample repository, oldest commit first. A file in a commit is a revision of the file in `files/`,
 * which holds the latest text that any branch has.
 *
 * @typedef {{ name: string, email: string }} Person
 * @typedef {readonly (readonly [from: string | RegExp, to: string])[]} Edits
 * @typedef {{ blocks: number, edits: Edits }} Revision
 * @typedef {object} Commit
 * @property {string} [on] The branch; `main` unless told.
 * @property {string} [from] The branch whose tip this commit starts from, where it begins a branch.
 * @property {string} [merge] The branch that this commit merges.
 * @property {string} [id] A name for `reverts` to refer to.
 * @property {string} [reverts] The commit that this one takes back.
 * @property {number} day How many days ago.
 * @property {string} at Time of the day, UTC.
 * @property {Person} by
 * @property {string} subject
 * @property {string} [body]
 * @property {readonly string[]} [trailers]
 * @property {Readonly<Record<string, Revision>>} [files]
 */

/** The file as it is in `files/`. */
const whole = first(Infinity);

/**
 * The first `blocks` blocks (parts between blank lines that start at the margin: a function, a type, a paragraph), then
 * with each edit made.
 * @param {number} blocks
 * @param {Edits} edits
 * @returns {Revision}
 */
function first(blocks, edits = []) {
  return { blocks, edits };
}

/** @type {(edits: Edits) => Revision} */
const edited = (edits) => first(Infinity, edits);

/** @type {(...list: readonly (readonly [from: string | RegExp, to: string])[]) => Edits} */
const edits = (...list) => list;

/** @type {(name: string) => Person} */
const person = (name) => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@corner-shop.example`,
});
const ana = person('Ana Ruiz');
const tom = person('Tom Becker');
const mei = person('Mei Tan');
const sam = person('Sam Okafor');
const bot = { name: 'shop-bot', email: 'bot@corner-shop.example' };

/** @type {(key: string) => string} */
const initiative = (key) => `Initiative: ${key}`;
/** @type {(who: Person) => string} */
const coAuthor = ({ name, email }) => `Co-authored-by: ${name} <${email}>`;
/** @type {(who: Person) => string} */
const signedOff = ({ name, email }) => `Signed-off-by: ${name} <${email}>`;

/** The branch that is checked out at the end. */
export const currentBranch = 'feature/SHOP-142-retry-payments';
const release = 'release/{{month+0}}';

// How files differed before the change that a later commit makes.

const version316 = edits(['3.18.0', '3.16.0']);
const beforeTypescript59 = edits(...version316, ['~5.9.3', '~5.8.2']);
const beforeRetryAfter = edits(
  ['  readonly retryAfterSeconds?: number;\n', ''],
  [', ...retryAfter(response) }', ' }'],
);
const withoutRetryAfter = edits(
  [
    '(\n    readonly code: FailureCode,\n    readonly retryAfterMs?: number,\n  ) {',
    '(readonly code: FailureCode) {',
  ],
  [', retryAfterSeconds?: number', ''],
  [/ {2}const wait = .*\n/, ''],
  ["'unknown', wait)", "'unknown')"],
);
const gatewayBeforeRetry = edits(['answer.status, answer.retryAfterSeconds', 'answer.status']);
const gatewayVersion1 = edits(...gatewayBeforeRetry, [/\/v2\//g, '/v1/']);
const oneTimeout = edits(
  ...gatewayVersion1,
  ['chargeTimeoutMs = 12_000;\nconst refundTimeoutMs = 30_000;', 'timeoutMs = 10_000;'],
  [/timeoutMs: \w+TimeoutMs/g, 'timeoutMs'],
);
const withoutKey = edits(
  ...oneTimeout,
  ['; the idempotency key makes a repeated charge harmless', ''],
  ['  readonly idempotencyKey: string;\n', ''],
  ['{ amount, cardToken, idempotencyKey }', '{ amount, cardToken }'],
  ["        headers: { 'Idempotency-Key': idempotencyKey },\n", ''],
);
const checkoutBeforeRetry = edits(
  ["import { chargeWithRetry } from '../payments/retry';\n", ''],
  ['chargeWithRetry(gateway, {', 'gateway.charge({'],
);
const clearedTooEarly = edits(
  ...checkoutBeforeRetry,
  [' Whatever goes wrong before the charge is confirmed leaves the cart as it is.', ''],
  ['  clearCart(store);\n', ''],
  ['  const receipt', '  clearCart(store);\n  const receipt'],
);
const checkoutWithoutKey = edits(
  ...clearedTooEarly,
  [/ {2}\/\*\* One key for all attempts.*\n.*\n/, ''],
  [/, idempotencyKey/g, ''],
);
const withoutDiscount = edits(
  [/\/\*\* Regular customers[^]*?\n}\n\n/, ''],
  ['  readonly discount: Money;\n', ''],
  [', isRegular = false', ''],
  [/ {2}const discount = .*\n/, ''],
  ['[discount, delivery', '[delivery'],
  ['goods, discount, delivery', 'goods, delivery'],
);
const withoutSynonyms = edits(
  ["import { widen } from './synonyms';\n", ''],
  ['words.flatMap(widen)', 'words'],
);
const goalsLastMonth = edits(
  [/^ +updated: .*\n/gm, ''],
  [
    'health: at-risk\n    priority: { rank: 1, label: P1 }',
    'health: on-track\n    priority: { rank: 2, label: P2 }',
  ],
  ['progress: 62%', 'progress: 35%'],
  ['current: 4.9', 'current: 6.8'],
  ['    blockedBy: [PAY-3]\n', ''],
);
const goalsAtFirst = edits(
  ...goalsLastMonth,
  [/status: done/g, 'status: active'],
  [/progress: 100%/g, 'progress: 60%'],
  ['{ name: Decided against, category: dropped }', 'proposed'],
  [
    'Dropped: the pilot did not change how often companies order, and the points made',
    'A pilot shows whether points make',
  ],
  ['the totals hard to read', 'companies order more often'],
);

const calledWhenPlaced = edits([
  ' in one place only: after the gateway has confirmed the charge',
  ' when an order is placed',
]);
const beforeRedaction = edits(
  [/\/\*\* Card numbers never[^]*?\n}\n\n/, ''],
  [/write\(redact\((.*)\)\);/, 'write($1);'],
);
const beforeAccents = edits(
  [/\/\*\* Lower case[^]*?\*\/\n/, ''],
  [/ {2}const plain = [^]*?\n}/, '  return word.toLowerCase();\n}'],
);
const largerQuantity = `  const lines = newer.lines.map((line) => {
    const other = older.lines.find(({ sku }) => sku === line.sku);
    return other && other.quantity > line.quantity ? { ...line, quantity: other.quantity } : line;
  });
  const known = new Set(lines.map(({ sku }) => sku));
  return { ...newer, lines: [...lines, ...older.lines.filter(({ sku }) => !known.has(sku))] };
}`;
const discountInFavour = `  if (!isRegular || goods.cents <= 25_000) return zero(goods.currency);
  return { cents: -Math.ceil(goods.cents * 0.03), currency: goods.currency };
}`;
const withoutStockOrder = edits(
  ['; what is out of stock goes to the end', ''],
  ['Number(b.product.stock > 0) - Number(a.product.stock > 0) || ', ''],
);

/** @type {readonly Commit[]} */
export const history = [
  {
    day: 70,
    at: '09:40',
    by: tom,
    subject: 'Start the shop with money, cart and catalog',
    files: {
      '.gitignore': whole,
      'README.md': first(2),
      'package.json': edited(beforeTypescript59),
      'tsconfig.json': whole,
      'src/money.ts': first(4),
      'src/cart/cart.ts': first(7),
      'src/catalog/products.ts': first(4),
    },
  },
  {
    day: 69,
    at: '14:05',
    by: mei,
    subject: 'Add totals with value added tax',
    files: {
      'src/money.ts': whole,
      'src/cart/totals.ts': first(5, [['  readonly discount: Money;\n', '']]),
    },
  },
  {
    day: 67,
    at: '10:20',
    by: sam,
    subject: 'Name all missing configuration at once',
    files: { 'src/infra/config.ts': whole, 'src/infra/log.ts': edited(beforeRedaction) },
  },
  {
    day: 66,
    at: '16:30',
    by: ana,
    subject: 'SHOP-121: keep the cart in the browser',
    files: { 'src/cart/storage.ts': first(5) },
  },
  {
    day: 64,
    at: '11:15',
    by: mei,
    subject: 'Add delivery options and their cost (SHOP-118)',
    files: { 'src/checkout/delivery.ts': first(7, [['Currency, Money', 'Money']]) },
  },
  {
    day: 63,
    at: '09:10',
    by: sam,
    subject: 'Add an HTTP client that treats a time-out as an answer',
    files: { 'src/infra/http.ts': first(4, beforeRetryAfter) },
  },
  {
    day: 62,
    at: '15:45',
    by: tom,
    subject: 'SHOP-118: walk through the checkout in four steps',
    files: { 'src/checkout/steps.ts': first(4) },
  },
  {
    day: 62,
    at: '17:10',
    by: mei,
    subject: 'Keep our goals beside the code',
    body: 'The goals of the quarter and the folders that serve them, so that everybody sees\nwhy a change matters without leaving the editor.',
    files: {
      'README.md': whole,
      '.goals/goals.yaml': edited(goalsAtFirst),
      '.goals/paths': first(3),
    },
  },
  {
    day: 61,
    at: '14:50',
    by: mei,
    subject: 'Show the delivery cost in the summary',
    body: 'Half of the companies in the trial left when they saw the delivery cost for the first\ntime. It is part of the total from the first step on.',
    trailers: [initiative('SHOP-4')],
    files: { 'src/cart/totals.ts': edited(withoutDiscount) },
  },
  {
    day: 60,
    at: '13:20',
    by: ana,
    subject: 'Charge cards through the gateway',
    body: 'Charges and refunds go through one small interface, so that the checkout can be\ntried without the network.\n\nPart of SHOP-4.',
    files: {
      'src/payments/errors.ts': first(4, withoutRetryAfter),
      'src/payments/gateway.ts': edited(withoutKey),
      'src/checkout/checkout.ts': edited(checkoutWithoutKey),
      'src/cart/storage.ts': first(6, calledWhenPlaced),
    },
  },
  {
    day: 58,
    at: '04:00',
    by: bot,
    subject: 'chore(deps): bump typescript from 5.8.2 to 5.9.3',
    files: { 'package.json': edited(version316) },
  },
  {
    day: 57,
    at: '10:35',
    by: tom,
    subject: 'Search products by name, brand and category',
    body: 'The first step for SHOP-9: every word counts, and the name counts most.',
    files: {
      'src/search/query.ts': edited(beforeAccents),
      'src/search/ranking.ts': edited(withoutStockOrder),
      'src/search/search.ts': first(4, withoutSynonyms),
    },
  },
  {
    day: 54,
    at: '09:25',
    by: ana,
    subject: 'Add sign-in sessions',
    files: { 'src/accounts/session.ts': first(4, [['const warnBefore = 10 * 60 * 1000;\n', '']]) },
  },
  {
    day: 52,
    at: '16:10',
    by: sam,
    subject: 'Give regular customers 3 % on large orders',
    body: 'The pilot for loyalty points starts with a plain discount.',
    trailers: [initiative('SHOP-5')],
    files: { 'src/cart/totals.ts': whole },
  },
  {
    day: 50,
    at: '11:00',
    by: tom,
    subject: 'SHOP-12: address product images by width',
    files: { 'src/catalog/images.ts': whole },
  },
  {
    day: 47,
    at: '15:15',
    by: mei,
    subject: 'Guest checkout (#61)',
    body: [
      '* Ask for the delivery address of a guest',
      '* Check postcodes for Germany, Britain and Sweden',
      '* Estimate the delivery cost before there is an address',
      '* Describe the four steps',
    ].join('\n'),
    trailers: [initiative('SHOP-4'), coAuthor(tom)],
    files: {
      'src/accounts/addresses.ts': first(3),
      'src/checkout/delivery.ts': whole,
      'docs/checkout.md': first(2),
    },
  },
  {
    id: 'short time-out',
    day: 45,
    at: '10:05',
    by: sam,
    subject: 'Lower the gateway time-out to four seconds',
    trailers: [initiative('SHOP-7')],
    files: { 'src/payments/gateway.ts': edited([...withoutKey, ['10_000', '4_000']]) },
  },
  {
    reverts: 'short time-out',
    trailers: [initiative('SHOP-7')],
    day: 44,
    at: '17:30',
    by: sam,
    subject: 'Revert "Lower the gateway time-out to four seconds"',
    body: 'At the end of the month the gateway needs up to eight seconds; we gave up on\ncharges that went through.',
    files: { 'src/payments/gateway.ts': edited(withoutKey) },
  },
  {
    on: 'ana/shop-131-keep-cart',
    from: 'main',
    day: 42,
    at: '09:50',
    by: ana,
    subject: 'feat(cart): join the carts of device and account (SHOP-131)',
    files: { 'src/cart/cart.ts': whole },
  },
  {
    on: 'ana/shop-131-keep-cart',
    day: 40,
    at: '16:20',
    by: ana,
    subject: 'feat(cart): offer the kept cart after sign-in',
    trailers: [initiative('SHOP-7'), coAuthor(mei)],
    files: { 'src/cart/storage.ts': edited([['30 * 24', '14 * 24'], ...calledWhenPlaced]) },
  },
  {
    day: 39,
    at: '11:40',
    by: tom,
    subject: 'Suggest product names while typing',
    trailers: [initiative('SHOP-9')],
    files: { 'src/search/search.ts': edited(withoutSynonyms) },
  },
  {
    merge: 'ana/shop-131-keep-cart',
    day: 37,
    at: '13:30',
    by: tom,
    subject: "Merge branch 'ana/shop-131-keep-cart'",
  },
  {
    day: 36,
    at: '10:15',
    by: sam,
    subject: 'Never write card numbers to the log',
    body: 'The acquirer asks for it before it certifies us (PAY-8).',
    files: { 'src/infra/log.ts': whole },
  },
  {
    day: 34,
    at: '09:05',
    by: mei,
    subject: 'Close guest checkout, drop loyalty points',
    files: { '.goals/goals.yaml': edited(goalsLastMonth) },
  },
  {
    day: 33,
    at: '14:40',
    by: tom,
    subject: 'Resume the checkout where the shopper left it',
    trailers: [initiative('SHOP-7')],
    files: { 'src/checkout/steps.ts': whole },
  },
  {
    day: 31,
    at: '15:55',
    by: ana,
    subject: 'Pay once, however often "Pay" is pressed',
    body: 'Every attempt of a checkout carries the same idempotency key. The decision and\nits consequences are in docs/decisions/0003-idempotency-keys.md.',
    trailers: [initiative('SHOP-7'), coAuthor(sam), signedOff(ana)],
    files: {
      'docs/decisions/0003-idempotency-keys.md': whole,
      'src/checkout/checkout.ts': edited(clearedTooEarly),
      'src/payments/gateway.ts': edited(oneTimeout),
    },
  },
  {
    day: 29,
    at: '10:50',
    by: mei,
    subject: 'SHOP-9: treat plurals and accents as the same word',
    files: { 'src/search/query.ts': whole },
  },
  {
    day: 27,
    at: '16:05',
    by: mei,
    subject: 'Say how many are left when stock is low',
    trailers: [initiative('OBJ-2')],
    files: { 'src/catalog/products.ts': first(5) },
  },
  {
    day: 24,
    at: '11:30',
    by: tom,
    subject: 'Widen a query with synonyms',
    trailers: [initiative('SHOP-9')],
    files: {
      'src/search/synonyms.ts': first(3),
      'src/search/search.ts': whole,
      'docs/search.md': first(4),
    },
  },
  {
    day: 22,
    at: '09:35',
    by: ana,
    subject: 'fix(cart): keep a cart for thirty days (SHOP-131)',
    files: { 'src/cart/storage.ts': edited(calledWhenPlaced) },
  },
  {
    day: 20,
    at: '14:25',
    by: sam,
    subject: 'PAY-3: give charges and refunds time-outs of their own',
    files: { 'src/payments/gateway.ts': edited(gatewayVersion1) },
  },
  {
    day: 17,
    at: '10:10',
    by: tom,
    subject: 'Show what is in stock first',
    trailers: [initiative('SHOP-9')],
    files: { 'src/search/ranking.ts': whole },
  },
  {
    day: 14,
    at: '15:20',
    by: tom,
    subject: 'Warn before a session ends',
    body: 'Most lost carts go back to a session that ended without a word. Asked for in\nSHOP-121.',
    files: { 'src/accounts/session.ts': whole },
  },
  {
    day: 12,
    at: '04:00',
    by: bot,
    subject: 'chore: release 3.18.0',
    files: { 'package.json': whole },
  },
  {
    day: 9,
    at: '13:45',
    by: ana,
    subject: 'Empty the cart only after the charge is confirmed',
    body: 'A charge that failed left the shopper with an empty cart. Now the cart is cleared\nin one place, after the gateway has answered.',
    trailers: [initiative('SHOP-7'), coAuthor(mei)],
    files: {
      'src/checkout/checkout.ts': edited(checkoutBeforeRetry),
      'src/cart/storage.ts': whole,
      'docs/checkout.md': first(4),
    },
  },
  {
    day: 7,
    at: '11:05',
    by: sam,
    subject: 'PAY-3: speak version 2 of the gateway',
    files: { 'src/payments/gateway.ts': edited(gatewayBeforeRetry) },
  },
  {
    day: 6,
    at: '16:45',
    by: mei,
    subject: 'Order the open categories by name',
    files: { 'src/catalog/products.ts': whole },
  },
  {
    day: 5,
    at: '17:40',
    by: mei,
    subject: 'Raise checkout to P1 and mark it at risk',
    body: 'Decided in the planning of this week: two enterprise customers ask for it, and it\nwaits for the new gateway contract.',
    files: { '.goals/goals.yaml': whole, '.goals/paths': whole },
  },

  {
    on: 'spike/SHOP-999-unknown',
    from: 'main',
    day: 4,
    at: '09:15',
    by: sam,
    subject: 'Try larger result pages',
    files: { 'src/search/search.ts': edited([['pageSize = 24', 'pageSize = 48']]) },
  },
  {
    on: 'feature/SHOP-160-search-synonyms',
    from: 'main',
    day: 4,
    at: '10:30',
    by: mei,
    subject: 'SHOP-160: count the corrections that shoppers make',
    trailers: [initiative('SHOP-9')],
    files: { 'src/search/synonyms.ts': whole },
  },
  {
    on: currentBranch,
    from: 'main',
    day: 4,
    at: '14:10',
    by: ana,
    subject: 'SHOP-142: tell passing failures from final ones',
    trailers: [initiative('SHOP-7')],
    files: { 'src/payments/errors.ts': edited(withoutRetryAfter) },
  },
  {
    day: 3,
    at: '09:55',
    by: tom,
    subject: 'Write an address in one line',
    files: { 'src/accounts/addresses.ts': whole },
  },
  {
    on: currentBranch,
    day: 3,
    at: '11:20',
    by: ana,
    subject: 'SHOP-142: hand on how long the gateway wants us to wait',
    files: {
      'src/infra/http.ts': whole,
      'src/payments/errors.ts': whole,
      'src/payments/gateway.ts': whole,
    },
  },
  {
    on: 'chore/upgrade-node',
    from: 'main',
    day: 3,
    at: '15:00',
    by: sam,
    subject: 'Require Node.js 22',
    files: { 'package.json': edited([['">=20"', '">=22"']]) },
  },
  {
    on: 'ana/shop-131-keep-cart',
    from: 'main',
    day: 3,
    at: '16:35',
    by: ana,
    subject: 'Let the larger quantity win when two carts are joined',
    trailers: [initiative('SHOP-7')],
    files: {
      'src/cart/cart.ts': edited([
        ['the newer cart wins', 'the larger quantity wins'],
        [/ {2}const known = [^]*?\n}/, largerQuantity],
      ]),
    },
  },
  {
    on: release,
    from: 'main',
    day: 2,
    at: '08:30',
    by: bot,
    subject: 'chore: release 3.19.0',
    files: { 'package.json': edited([['3.18.0', '3.19.0']]) },
  },
  {
    on: 'feature/SHOP-160-search-synonyms',
    day: 2,
    at: '11:10',
    by: mei,
    subject: 'Describe where synonyms come from',
    files: { 'docs/search.md': whole },
  },
  {
    on: currentBranch,
    day: 2,
    at: '14:30',
    by: ana,
    subject: 'Retry a charge with growing delays',
    body: 'Three attempts and nine seconds at most, always with the same idempotency key. A\ndeclined card is not charged again.',
    trailers: [initiative('SHOP-7'), coAuthor(mei)],
    files: { 'src/payments/retry.ts': whole },
  },
  {
    on: 'fix/cart-rounding',
    from: 'main',
    day: 1,
    at: '09:45',
    by: tom,
    subject: "Round the discount in the customer's favour",
    files: { 'src/cart/totals.ts': edited([[/ {2}return isRegular [^]*?\n}/, discountInFavour]]) },
  },
  {
    on: currentBranch,
    day: 1,
    at: '10:40',
    by: ana,
    subject: 'Use the retry when an order is placed',
    files: { 'src/checkout/checkout.ts': whole, 'docs/checkout.md': whole },
  },
];
