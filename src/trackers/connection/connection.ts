import * as z from 'zod';
import { levels, statusCategories, type Level, type StatusCategory } from '../../core/goal/goal';
import { trackerKinds } from './trackerKind';

/** The parts of an impact that a tracker's own field can be mapped to. */
export const impactParts = [
  'customers',
  'customerNames',
  'requests',
  'revenue',
  'segments',
  'severity',
  'score',
  'quotes',
] as const;
/** One part of an impact. */
export type ImpactPart = (typeof impactParts)[number];

const help = {
  url: 'must be a web address that begins with https:// (http:// only on this machine)',
  follow: 'must be a list of texts, like ["shop"]',
  account: 'must be 1 to 40 letters, digits, dots, hyphens or underscores',
  prefix: 'must be 1 to 32 letters, digits, dots, hyphens or underscores, beginning with a letter',
};

const fieldName = z.string().trim().min(1).max(100);

const address = z
  .string({ error: help.url })
  .trim()
  .max(2048, { error: help.url, abort: true })
  .refine((value) => isAddress(value), { error: help.url })
  .overwrite(normalizeAddress);

/** One entry of the setting `goalLens.trackers`. Nothing in it is secret. */
export const connectionSchema = z.object({
  kind: z.enum(trackerKinds, { error: `must be one of ${trackerKinds.join(', ')}` }),
  /** Where the tracker is, with its base path and without a trailing slash: `https://host/redmine`. */
  url: address,
  /** What people call it; the kind and host if left out. */
  name: z.string().trim().min(1).max(60).optional(),
  /** Projects, repositories, teams or groups, as the tracker spells them; everything visible if left out. */
  follow: z.array(z.string().trim().min(1).max(200), { error: help.follow }).max(50).optional(),
  /** A further condition in the tracker's own language (JQL, WIQL). */
  query: z.string().trim().min(1).max(2000).optional(),
  /** The account that a token belongs to, if the tracker wants both: the e-mail address for Jira Cloud. */
  user: z.string().trim().min(1).max(254).optional(),
  /** With a token, with VS Code's account (GitHub), or not at all (an open REST service). */
  signIn: z.enum(['token', 'account', 'none']).optional(),
  /** Which of several accounts at the address, by a name that the person chooses; each has its own token. */
  signInAs: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, { error: help.account })
    .optional(),
  /** The part before the number in the keys of trackers that only number their items: `SHOP` of `SHOP-142`. */
  keyPrefix: z
    .string()
    .regex(/^\p{L}[\p{L}\p{N}._-]{0,31}$/u, { error: help.prefix })
    .overwrite((value) => value.toUpperCase())
    .optional(),
  /** The tracker's own types of items, by level. */
  levels: z.record(z.string(), z.enum(levels)).optional(),
  /** The meanings of the tracker's own statuses, if its own category is not what you mean. */
  statuses: z.record(z.string(), z.enum(statusCategories)).optional(),
  /** The field that holds the priority, if it is not the tracker's own. */
  priority: z.string().trim().min(1).max(100).optional(),
  /** The part of the impact that each of these tracker fields holds. */
  impact: z.record(z.string(), z.enum(impactParts)).optional(),
  /** Numbers that say whether a goal is being reached, and the tracker's fields that hold them. */
  metrics: z
    .record(
      z.string().trim().min(1).max(100),
      z.object({
        current: fieldName.optional(),
        target: fieldName.optional(),
        baseline: fieldName.optional(),
        unit: z.string().trim().min(1).max(40).optional(),
      }),
    )
    .optional(),
  /** ISO 4217 code of the revenue in fields that are plain numbers. */
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/, { error: 'must be a three-letter currency code, like EUR' })
    .overwrite((value) => value.toUpperCase())
    .optional(),
});

/** The fields that hold the values of a metric. */
interface MetricFields {
  readonly current?: string | undefined;
  readonly target?: string | undefined;
  readonly baseline?: string | undefined;
  readonly unit?: string | undefined;
}

/** A tracker that a team has connected. */
export interface Connection extends Omit<
  z.output<typeof connectionSchema>,
  'levels' | 'statuses' | 'impact' | 'metrics'
> {
  /** Stays the same while the entry points at the same place; names the cache. */
  readonly id: string;
  readonly levels?: Readonly<Record<string, Level>> | undefined;
  readonly statuses?: Readonly<Record<string, StatusCategory>> | undefined;
  readonly impact?: Readonly<Record<string, ImpactPart>> | undefined;
  readonly metrics?: Readonly<Record<string, MetricFields>> | undefined;
}

/** The usable entries, and one sentence for each of the others. */
export interface ReadConnections {
  readonly connections: readonly Connection[];
  readonly problems: readonly string[];
}

/** Reads the setting entry by entry, so that a bad entry does not affect the others. */
export function readConnections(setting: unknown): ReadConnections {
  if (setting === undefined || setting === null) return { connections: [], problems: [] };
  if (!Array.isArray(setting)) return { connections: [], problems: ['goalLens.trackers must be a list.'] };
  const connections = new Map<string, Connection>();
  const problems: string[] = [];
  for (const [index, entry] of setting.entries()) {
    const result = connectionSchema.safeParse(entry);
    if (!result.success) {
      const [issue] = result.error.issues;
      const where = issue?.path.map(String).join('.');
      problems.push(
        `goalLens.trackers[${index}]${where ? `.${where}` : ''}: ${issue?.message ?? 'is not a tracker'}`,
      );
      continue;
    }
    const connection = toConnection(result.data);
    if (connections.has(connection.id)) {
      problems.push(`goalLens.trackers[${index}]: follows the same as an entry above it.`);
    } else connections.set(connection.id, connection);
  }
  return { connections: [...connections.values()], problems };
}

/** A checked entry with its id. */
export function toConnection(entry: z.output<typeof connectionSchema>): Connection {
  const { follow = [], ...rest } = entry;
  const account = entry.signInAs === undefined ? '' : ` as ${entry.signInAs}`;
  const where = `${entry.kind}:${entry.url}${account}${entry.query === undefined ? '' : `?${entry.query}`}`;
  // An empty list follows everything visible, like a missing one.
  return follow.length === 0
    ? { ...rest, id: where }
    : { ...rest, follow, id: `${where}#${[...follow].sort().join(',')}` };
}

/** Whether a token may be sent to an address: https, or http to this machine. */
export function isSecure(url: URL): boolean {
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return isSecure(url) && url.username === '' && url.password === '';
}

/** The address without query, fragment and trailing slash; the base path stays. */
function normalizeAddress(text: string): string {
  if (!URL.canParse(text)) return text;
  const { origin, pathname } = new URL(text);
  return origin + pathname.replace(/\/+$/, '');
}
