import * as l10n from '@vscode/l10n';
import * as z from 'zod';
import { parsePeriod, parseTimestamp } from '../../core/goal/calendar';
import { healths, levels, statusCategories } from '../../core/goal/goal';
import { isKey } from '../../core/references/goalKeys';
import { isReference } from '../../core/references/referencesInValue';
import type { Health, Priority, Rank } from '../../core/goal/goal';
import { codeLinkSchema } from './codeLinkRecord';
import { line, list, map, notText, text, word } from './fieldSchemas';

const maxLine = 300;

const key = line(64)
  .refine(isKey, {
    error: () =>
      l10n.t('must begin and end with a letter or digit and hold only letters, digits and _ . / # & + ~ -'),
  })
  .meta({ description: 'What people write in branches and commits; unique.', examples: ['SHOP-142'] });

const reference = line(2048).refine(isReference, {
  error: () =>
    l10n.t(
      'must be a key, a number with its repository (acme/shop#142), or an address that begins with https://',
    ),
});
const relations = list(reference, 500, '[SHOP-1, SHOP-2]');
const number = z.number({ error: () => l10n.t('must be a number, without quotes') });
const whole = z
  .int({ error: () => l10n.t('must be a whole number, 0 or more, without quotes') })
  .min(0, { error: () => l10n.t('must be a whole number, 0 or more') });

const url = text(2048)
  .regex(/^https:\/\//i, { error: () => l10n.t('must begin with https://') })
  .refine((value) => URL.canParse(value), {
    error: () => l10n.t('must be a web address that begins with https://'),
  })
  .refine((value) => !URL.canParse(value) || isWithoutName(new URL(value)), {
    error: () => l10n.t('must be an address without a name and @ before the host'),
  })
  .overwrite((value) => (URL.canParse(value) ? new URL(value).href : value))
  .meta({ examples: ['https://tracker.example/SHOP-142'] });

/** `https://github.com@evil.example` leads to evil.example. */
function isWithoutName({ username, password }: URL): boolean {
  return username === '' && password === '';
}

const category = word(
  z.enum(statusCategories, { error: () => l10n.t('must be one of {0}', statusCategories.join(', ')) }),
);
const statusMap = map({ name: line(100), category });
const status = z.union([category.transform((word) => ({ name: word, category: word })), statusMap], {
  error: () =>
    l10n.t(
      'must be one of {0}, or {1}',
      statusCategories.join(', '),
      '{ name: In review, category: active }',
    ),
});

const writtenHealths = ['on-track', 'at-risk', 'off-track'] as const;
const health = word(
  z.enum([...writtenHealths, ...healths], { error: () => l10n.t('must be on-track, at-risk or off-track') }),
  (value) => value.toLowerCase().replace(/^(on|at|off)[ _-]?(track|risk)$/, '$1-$2'),
).transform(
  (value) => healths[writtenHealths.findIndex((written) => written === value)] ?? (value as Health),
);

const ranks = [0, 1, 2, 3, 4] as const satisfies readonly Rank[];
const priorityWords = ['P1', 'P2', 'P3', 'P4', 'urgent', 'high', 'medium', 'low'] as const;
const priorityHelp = () =>
  l10n.t(
    'must be 1 (urgent) to 4 (low), 0 for not set, P1 to P4, urgent, high, medium or low, or { rank: 1, label: Blocker }',
  );
const priorityMap = map({
  rank: z.literal(ranks, { error: () => l10n.t('must be 0 to 4') }),
  label: line(60).optional(),
});
const priority = z.union(
  [
    word(z.literal([...ranks, ...priorityWords]), (value) =>
      /^[0-4]$/.test(value) ? Number(value) : /^p/i.test(value) ? value.toUpperCase() : value.toLowerCase(),
    ).transform(toPriority),
    priorityMap.transform(({ rank, label }): Priority => ({ rank, label: label ?? rankLabel(rank) })),
  ],
  { error: priorityHelp },
);

const names = list(line(maxLine), 1000, '[Acme, Globex]');
const customersMap = map({ count: whole.optional(), names: names.optional() });
const revenueMap = map({
  amount: number.min(0, { error: () => l10n.t('must be 0 or more') }),
  currency: z
    .string({ error: notText })
    .overwrite((value) => value.trim().toUpperCase())
    .regex(/^[A-Z]{3}$/, { error: () => l10n.t('must be a three-letter currency code, like EUR') }),
});
const quoteMap = map({ text: text(2000), source: line(maxLine).optional(), url: url.optional() });
const impactMap = map({
  customers: z
    .union([whole, customersMap], {
      error: () => l10n.t('must be a whole number, 0 or more, or { count: 38, names: [Acme] }'),
    })
    .meta({ description: 'How many customers are affected, or their count and names.', examples: [38] })
    .optional(),
  requests: whole.describe('Requests or votes.').optional(),
  revenue: revenueMap.describe('Money at stake. Shown as a band.').optional(),
  segments: list(line(100), 100, '[enterprise]').describe('Segments or tiers.').optional(),
  severity: line(100).optional(),
  score: number.describe('Your own impact score, in its own unit.').optional(),
  quotes: list(quoteMap, 100, '[{ text: I lost my cart, source: Acme }]')
    .describe('What customers said, and where.')
    .optional(),
});

const ownerMap = map({
  name: line(maxLine),
  email: line(254)
    .regex(/^[^\s@]+@[^\s@]+$/, { error: () => l10n.t('must be an e-mail address') })
    .optional(),
});
const metricMap = map({
  name: line(maxLine),
  unit: line(40).optional(),
  baseline: number.optional(),
  current: number.optional(),
  target: number.optional(),
});

const targetHelp = () =>
  l10n.t('must be a day (2026-12-12), month (2026-12), quarter (2026-Q4), half (2026-H2) or year (2026)');
const progressHelp = () => l10n.t('must be a number from 0 to 1 or a percentage: 0.62 or "62%"');

const timestamp = line(40).transform((value, context) => {
  const time = parseTimestamp(value);
  if (time === undefined)
    context.addIssue(l10n.t('must be a date or a date and time, like 2026-11-22T10:00:00Z'));
  return time ?? z.NEVER;
});

/**
 * One goal as people write it in a goals file and as the REST contract goal-lens/v1 serves it. Completion offers the
 * fields in this order.
 */
export const goalRecordSchema = map({
  key,
  title: line(maxLine).describe('One line that says what is to be reached.'),
  level: word(
    z.enum(levels, { error: () => l10n.t('must be objective, initiative, epic or item') }),
  ).describe('Where the goal stands in the tree: objective > initiative > epic > item.'),
  parent: reference
    .meta({
      description:
        'The goal one or more levels above: its key, or in another tracker also its number with the repository, or its address.',
      examples: ['SHOP-7'],
    })
    .optional(),
  description: text(20_000).describe('Plain text; a blank line parts paragraphs.').optional(),
  acceptance: list(line(500), 50, '[A lost cart comes back after sign-in]')
    .describe('What has to be true when the goal is reached.')
    .optional(),
  outOfScope: list(line(500), 50, '[Guest checkout]')
    .describe('What does not belong to the goal.')
    .optional(),
  status: status.describe('Its meaning, or your own name for it and its meaning.').optional(),
  health: health.describe('How likely the goal is to be met.').optional(),
  priority: priority
    .meta({ description: '1 urgent to 4 low, 0 not set, or P1 to P4, or a word.', examples: ['P1', 'high'] })
    .optional(),
  impact: impactMap.describe('Whom it matters to, and how much.').optional(),
  owner: z
    .union([line(maxLine).transform((name) => ({ name })), ownerMap], {
      error: () => l10n.t('must be a name, or { name: Priya, email: priya@shop.example }'),
    })
    .describe('Who answers for the goal.')
    .optional(),
  target: z
    .union([z.int({ error: targetHelp }).transform(String), line(20)], { error: targetHelp })
    .transform((value, context) => {
      const period = parsePeriod(value);
      if (!period) context.addIssue(targetHelp());
      return period ?? z.NEVER;
    })
    .meta({ description: 'A day, month, quarter, half-year or year.', examples: ['2026-12-12', '2026-Q4'] })
    .optional(),
  progress: z
    .union(
      [
        z.number().min(0, { error: progressHelp }).max(1, { error: progressHelp }),
        z
          .string()
          .regex(/^\s*(100(\.0+)?|\d{1,2}(\.\d{1,6})?)\s*%\s*$/, { error: progressHelp })
          .transform((value) => parseFloat(value) / 100),
      ],
      { error: progressHelp },
    )
    .meta({ description: '0 to 1, or a percentage.', examples: ['62%', 0.62] })
    .optional(),
  metrics: list(metricMap, 100, '[{ name: Lost carts, current: 41, target: 10 }]')
    .describe('Numbers that say whether the goal is being reached.')
    .optional(),
  parents: list(reference, 50, '[SHOP-7, OBJ-2]')
    .describe('The goals above, where there are several. The chain shown is the one of the most urgent.')
    .optional(),
  covers: relations
    .describe(
      'Goals of any tracker that this one is above, which do not name it themselves: keys, numbers with their repository, addresses.',
    )
    .optional(),
  blockedBy: relations.describe('The goals that this one waits for, in any tracker.').optional(),
  blocks: relations.describe('The goals that wait for this one, in any tracker.').optional(),
  labels: list(line(100), 200, '[payments, cart]').optional(),
  references: list(reference, 50, "['acme/shop#142', 'https://tracker.example/142']")
    .describe('Further spellings that name the goal: a number with its repository, another key, an address.')
    .optional(),
  id: line(200).describe('Survives a rename of the key. The key, when left out.').optional(),
  links: list(codeLinkSchema, 60, '[{ branch: ana/retry, repository: https://github.com/acme/shop }]')
    .describe('The code that belongs to the goal: branches, pull requests and commits.')
    .optional(),
  url: url.optional(),
  updated: timestamp.describe('When the goal last changed: an ISO date, or date and time.').optional(),
  closed: timestamp
    .describe('When it was done or dropped: an ISO date, or date and time. Read where the status says so.')
    .optional(),
}).meta({ title: 'Goal' });

/** A goal record in its checked, normalised form. */
export type GoalRecord = z.output<typeof goalRecordSchema>;

/** The keys that a record may have, by the path of the map that holds them; paths leave out list positions. */
export const knownKeys: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    '': goalRecordSchema,
    status: statusMap,
    priority: priorityMap,
    impact: impactMap,
    'impact.customers': customersMap,
    'impact.revenue': revenueMap,
    'impact.quotes': quoteMap,
    owner: ownerMap,
    links: codeLinkSchema,
    metrics: metricMap,
  }).map(([path, schema]) => [path, Object.keys(schema.shape)]),
);

function toPriority(written: Rank | (typeof priorityWords)[number]): Priority {
  if (typeof written === 'number') return { rank: written, label: rankLabel(written) };
  return { rank: ((priorityWords.indexOf(written) % 4) + 1) as Rank, label: written };
}

function rankLabel(rank: Rank): string {
  return rank === 0 ? 'not set' : `P${rank}`;
}
