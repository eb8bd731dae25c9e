import * as l10n from '@vscode/l10n';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import type { Goal } from '../core/goal/goal';
import type { CommitEvidence } from '../core/links/link';
import { plainLine } from '../core/plainText';
import { goalView } from '../core/views/goalView';
import { ellipsis, spelling } from './goalText';
import { howNamed, howNamedBy } from './howText';
import { agoText } from './targetText';
import type { TextOptions } from './textOptions';

/** A line of a file and the commit that introduced it, as far as they are known. Contains no personal names. */
export interface LineTrail {
  /** From 1. */
  readonly line: number;
  /** Undefined if the line is not committed yet. */
  readonly commit?: {
    readonly sha: string;
    readonly subject: string;
    /** In seconds since 1970. */
    readonly time: number;
    /** Whether history is cut off at this commit. */
    readonly isCutOff: boolean;
  };
  /** The most specific goals that the commit names, strongest evidence first. */
  readonly links: readonly TrailLink[];
}

/** A goal that a commit names, and how. */
interface TrailLink {
  readonly goal: Goal;
  /** As it was written. */
  readonly text: string;
  readonly by: CommitEvidence;
  /** The commit that names it on this one's behalf. */
  readonly other?: {
    readonly kind: 'merge' | 'revert';
    readonly sha: string;
    readonly subject: string;
    readonly by: CommitEvidence;
  };
}

/** A line's path to its goal, in words. */
export interface LineTrailText {
  /** "Line 33". */
  readonly line: string;
  readonly commit?: { readonly sha: string; readonly short: string; readonly subject: string };
  /** What follows the commit: "4 days ago → SHOP-142 → SHOP-120 → SHOP-7". */
  readonly rest: string;
  /** How the commit names the goal: "SHOP-142 in the subject". */
  readonly how?: string;
}

const maxSubject = 120;

/** A line's path to its goal: "Line 33 → e2d41b7, 4 days ago → SHOP-142 → SHOP-7". */
export function lineTrailText(trail: LineTrail, catalog: GoalCatalog, options: TextOptions): LineTrailText {
  const { commit, links } = trail;
  const line = l10n.t('Line {0}', trail.line);
  if (!commit) return { line, rest: l10n.t('not committed yet') };
  const [first] = links;
  const age = agoText(commit.time * 1000, options);
  const end = first ? chainOf(first.goal, catalog, options) : [l10n.t('names no goal')];
  return {
    line,
    commit: {
      sha: commit.sha,
      short: commit.sha.slice(0, 7),
      subject: ellipsis(plainLine(commit.subject), maxSubject),
    },
    rest: [commit.isCutOff ? l10n.t('{0} or earlier: the history is cut off here', age) : age, ...end].join(
      ' → ',
    ),
    ...(first && { how: howText(first, options) }),
  };
}

/** The whole path on one line, for a tooltip: "Line 33 → e2d41b7, 4 days ago → SHOP-142 → SHOP-7". */
export function lineTrailLine({ line, commit, rest }: LineTrailText): string {
  return `${line} → ${commit ? `${commit.short}, ` : ''}${rest}`;
}

function chainOf(goal: Goal, catalog: GoalCatalog, options: TextOptions): string[] {
  const { ancestors, initiative } = goalView(goal, catalog);
  const end = ancestors.indexOf(initiative);
  return [goal, ...ancestors.slice(0, end + 1)].map((each) => spelling(each, options));
}

function howText({ goal, text, by, other }: TrailLink, options: TextOptions): string {
  const how = howNamed(text, other?.by ?? by, spelling(goal, options));
  return other ? howNamedBy(other.kind, other, how) : how;
}
