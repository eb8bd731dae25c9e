import type { CodeLink } from './codeLink';

/** The levels of a tracker's tree, from the top down. */
export const levels = ['objective', 'initiative', 'epic', 'item'] as const;
/** Where a goal stands in the tracker's tree. */
export type Level = (typeof levels)[number];

/** What a status means, whatever the tracker calls it. */
export const statusCategories = ['proposed', 'planned', 'active', 'blocked', 'done', 'dropped'] as const;
/** One meaning of a status. */
export type StatusCategory = (typeof statusCategories)[number];

/** How likely a goal is to be met, as its owner judges it. */
export const healths = ['onTrack', 'atRisk', 'offTrack'] as const;
/** One judgement of a goal's health. */
export type Health = (typeof healths)[number];

/** A status as the tracker spells it, with its meaning. */
export interface Status {
  readonly name: string;
  readonly category: StatusCategory;
}

/** 1 urgent, 2 high, 3 medium, 4 low, 0 not set. */
export type Rank = 0 | 1 | 2 | 3 | 4;

/** How important a goal is: the rank that all trackers share and the tracker's own word for it. */
export interface Priority {
  readonly rank: Rank;
  readonly label: string;
}

/** A value and the tracker field that it came from, so that a person can check it there. */
export interface Sourced<T> {
  readonly value: T;
  readonly field: string;
}

/**
 * ISO 4217's own code for "no currency", not a placeholder: the tracker records a plain number, and the connection does
 * not name a currency.
 */
export const noCurrency = 'XXX';

/** An amount of money; `currency` is an ISO 4217 code, or `noCurrency`. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** What a customer said, and where. */
export interface Quote {
  readonly text: string;
  readonly source?: string;
  /** An https address. */
  readonly url?: string;
}

/** Whom a goal matters to and how much. Every part may be absent: absent is never zero. */
export interface Impact {
  /** How many customers are affected, 0 or more. */
  readonly customers?: Sourced<number>;
  readonly customerNames?: Sourced<readonly string[]>;
  /** Requests or votes, 0 or more. */
  readonly requests?: Sourced<number>;
  /** Money at stake. Sensitive: shown as a band unless a setting says otherwise. */
  readonly revenue?: Sourced<Money>;
  /** Segments or tiers, for example "enterprise". */
  readonly segments?: Sourced<readonly string[]>;
  readonly severity?: Sourced<string>;
  /** The tracker's own impact score, on its own scale. */
  readonly score?: Sourced<number>;
  readonly quotes?: Sourced<readonly Quote[]>;
}

/** A number that shows whether a goal is being reached. */
export interface Metric {
  readonly name: string;
  readonly unit?: string;
  readonly baseline?: number;
  readonly current?: number;
  readonly target?: number;
}

/** The person responsible for a goal. */
interface Owner {
  readonly name: string;
  readonly email?: string;
}

/** What a goal's plan was before it was seen to change. */
interface PastPlan extends Pick<Goal, 'priority' | 'status' | 'targetDate'> {
  /** Epoch milliseconds, by our clock. */
  readonly until: number;
}

/** One node of a tracker's tree. Whatever the tracker does not record is absent, never guessed. */
export interface Goal {
  /** Stable within its tracker; survives a rename of the key. */
  readonly id: string;
  /** The id of the tracker that holds the goal. */
  readonly trackerId: string;
  /** What people write: `SHOP-142`. Unique within its tracker, compared case-insensitively. */
  readonly key: string;
  /** The keys it had before it moved, if the tracker reports them. */
  readonly aliases?: readonly string[];
  /** Further spellings that name it, besides those of its tracker: `acme/shop#142`, an address. */
  readonly references?: readonly string[];
  /** The code that its tracker ties to it. */
  readonly links?: readonly CodeLink[];
  readonly title: string;
  readonly level: Level;
  /** Plain text; paragraphs are separated by blank lines. */
  readonly description?: string;
  /** What must be true when it is reached, one line each; the description may say it instead (`goalBounds`). */
  readonly acceptance?: readonly string[];
  /** What does not belong to it, one line each. */
  readonly outOfScope?: readonly string[];
  readonly status?: Status;
  readonly health?: Health;
  readonly priority?: Priority;
  readonly impact?: Impact;
  readonly owner?: Owner;
  /** Whether it is assigned to the signed-in person, or else to one of their teams; no other assignee is kept here. */
  readonly mine?: 'me' | 'team';
  /** The last day of the period named in the tracker, as an ISO date (`2026-12-12`). */
  readonly targetDate?: string;
  /** The target as the tracker spells it, if that is not a day (`2026-Q4`). */
  readonly targetLabel?: string;
  /** 0 to 1. */
  readonly progress?: number;
  readonly metrics: readonly Metric[];
  readonly parentKey?: string;
  /** Its other parents, if it has more than one. */
  readonly otherParentKeys?: readonly string[];
  /** Goals in any tracker that this one is above: keys, numbers with their place, or addresses. */
  readonly covers?: readonly string[];
  readonly blockedByKeys: readonly string[];
  readonly blocksKeys: readonly string[];
  readonly labels: readonly string[];
  /** An https address in the tracker. */
  readonly url?: string;
  /** ISO timestamp of the last change in the tracker. */
  readonly updatedAt?: string;
  /** ISO timestamp of when work on the goal ended, with or without success. */
  readonly closedAt?: string;
  /** Its earlier plans, oldest first, as far as changes were seen. */
  readonly log?: readonly PastPlan[];
}

/** Whether work on the goal is over, with or without success. */
export function isClosed({ status }: { readonly status?: Status | null | undefined }): boolean {
  return status?.category === 'done' || status?.category === 'dropped';
}

/** Whether two objects stand for the same goal, perhaps read at different times. */
export function isSameGoal(a: Goal, b: Goal): boolean {
  return a.trackerId === b.trackerId && a.id === b.id;
}
