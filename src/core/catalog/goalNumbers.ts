import type { Goal } from '../goal/goal';
import { readItemAddress } from '../references/itemAddress';
import { readMention, type NumberSign } from '../references/mention';
import { siteOf, type ReferenceStyle } from '../references/referenceStyle';
import type { TrackerState } from '../tracker/trackerState';

/** A number that names a goal, and where that number counts. */
export interface GoalNumber {
  readonly sign: Exclude<NumberSign, 'AB#'>;
  readonly number: number;
  /** The repository, project or group that numbers it, in lower case; empty where the whole tracker counts as one. */
  readonly place: string;
  /** Without port, in lower case; undefined where any host will do. */
  readonly host?: string;
}

/**
 * The numbers that people use to name a tracker's goal.
 *
 * @param names its names besides its key; see `GoalNames`
 */
export function numbersOfGoal(
  goal: Goal,
  { references }: Pick<TrackerState, 'references'>,
  names: readonly string[] = goal.references ?? [],
): GoalNumber[] {
  const own = references && ownNumber(goal, references);
  const listed = names.flatMap((text) => listedNumber(text) ?? []);
  return own ? [own, ...listed] : listed;
}

/** The number that the tracker itself gives a goal. */
function ownNumber(goal: Goal, style: ReferenceStyle): GoalNumber | undefined {
  const [, prefix, digits] = /^(.+)-(\d+)$/.exec(goal.key) ?? [];
  if (prefix === undefined) return undefined;
  const number = Number(digits);
  const site = siteOf(style);
  if (style.kind === 'redmine' || style.kind === 'azureDevOps') {
    return { sign: '#', number, place: '', host: site.host };
  }
  // Milestones are numbered separately, and no text refers to them by number.
  if (/\.M$/i.test(prefix)) return undefined;
  const ofAddress = goal.url === undefined ? undefined : numberInAddress(goal.url, site.base);
  if (ofAddress) return { ...ofAddress, number };
  const [only, ...others] = style.places;
  if (only === undefined || others.length > 0) return undefined;
  return { sign: /\.E$/i.test(prefix) ? '&' : '#', number, place: only.toLowerCase(), host: site.host };
}

/** The number in an item's address, and where it counts; `base` is the tracker's own path. */
function numberInAddress(url: string, base: string): GoalNumber | undefined {
  const { number, place, host } = readItemAddress(url, base) ?? {};
  if (number === undefined || place === undefined || host === undefined) return undefined;
  return { sign: number.startsWith('&') ? '&' : '#', number: Number(number.slice(1)), place, host };
}

/** The number in a reference that a goals file or a service lists next to a goal's key. */
function listedNumber(text: string): GoalNumber | undefined {
  const mention = readMention(text);
  if (mention.kind === 'number') {
    const { sign, number, place = '' } = mention;
    return { sign: sign === '&' ? '&' : '#', number, place };
  }
  return mention.kind === 'address' ? numberInAddress(text, '') : undefined;
}
