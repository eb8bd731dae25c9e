import type { Goal } from '../goal/goal';
import { readItemAddress } from '../references/itemAddress';
import { readMention, type NumberSign } from '../references/mention';
import { siteOf, type ReferenceStyle } from '../references/referenceStyle';
import type { TrackerState } from '../tracker/trackerState';

/** One number that names a goal, and where it counts. */
export interface GoalNumber {
  readonly sign: Exclude<NumberSign, 'AB#'>;
  readonly number: number;
  /** The repository, project or group that numbers it, in lower case; empty where the whole tracker counts as one. */
  readonly place: string;
  /** Without port, in lower case; undefined where any host will do. */
  readonly host?: string;
}

/** The numbers by which people name a goal of a tracker. */
export function numbersOfGoal(goal: Goal, { references }: Pick<TrackerState, 'references'>): GoalNumber[] {
  const own = references && ownNumber(goal, references);
  const listed = (goal.references ?? []).flatMap((text) => listedNumber(text) ?? []);
  return own ? [own, ...listed] : listed;
}

/** Which number a goal has where the tracker itself counts. */
function ownNumber(goal: Goal, style: ReferenceStyle): GoalNumber | undefined {
  const { host, base } = siteOf(style);
  const ofKey = /^(.+)-(\d+)$/.exec(goal.key);
  const number = Number(ofKey?.[2]);
  if (style.kind === 'redmine' || style.kind === 'azureDevOps') {
    return ofKey ? { sign: '#', number, place: '', host } : undefined;
  }
  // Milestones are counted apart, and no text names them by number.
  if (!ofKey || /\.M$/i.test(ofKey[1] ?? '')) return undefined;
  const address = goal.url === undefined ? undefined : readItemAddress(goal.url);
  if (address?.number !== undefined && address.place !== undefined) {
    const below = `${base}/`;
    const place =
      base !== '' && address.place.startsWith(below) ? address.place.slice(below.length) : address.place;
    return { sign: address.number.startsWith('&') ? '&' : '#', number, place, host: address.host };
  }
  const [only, ...others] = style.places;
  if (only === undefined || others.length > 0) return undefined;
  const sign = /\.E$/i.test(ofKey[1] ?? '') ? '&' : '#';
  return { sign, number, place: only.toLowerCase(), host };
}

/** The number in a reference that a goals file or a service lists beside a goal's key. */
function listedNumber(text: string): GoalNumber | undefined {
  const mention = readMention(text);
  if (mention.kind === 'number') {
    const { sign, number, place = '' } = mention;
    return { sign: sign === '&' ? '&' : '#', number, place };
  }
  if (mention.kind !== 'address' || mention.address.number === undefined) return undefined;
  const { number, place = '', host } = mention.address;
  return { sign: number.startsWith('&') ? '&' : '#', number: Number(number.slice(1)), place, host };
}
