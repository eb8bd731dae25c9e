import { appendTo } from '../appendTo';
import type { Goal } from '../goal/goal';
import { comparedAddress, readItemAddress } from '../references/itemAddress';
import type { TrackerState } from '../tracker/trackerState';
import { GoalNames } from './goalNames';
import { numbersOfGoal, type GoalNumber } from './goalNumbers';
import type { NumberHolder, NumberSpace } from './numberSpace';
import { PlacesOfNumber } from './placesOfNumber';

/** The goals that numbers and addresses name. Immutable. */
export class NumberIndex {
  private readonly holders = new Map<string, NumberHolder[]>();
  private readonly places = new Map<string, PlacesOfNumber>();
  private readonly found = new Map<string, NumberSpace>();
  private readonly pages = new Map<string, Goal[]>();
  private readonly numbers = new Map<Goal, GoalNumber>();
  private readonly newest = new Map<string, number>();

  constructor(trackers: readonly TrackerState[], names = new GoalNames(trackers)) {
    for (const tracker of trackers) {
      for (const goal of tracker.goals) {
        const others = names.of(goal);
        for (const number of numbersOfGoal(goal, tracker, others)) this.add({ ...number, goal, tracker });
        for (const address of [goal.url, ...others]) this.addPage(address, goal);
      }
    }
  }

  /** The goals with a number, in any place. */
  withNumber(sign: GoalNumber['sign'], number: number): readonly NumberHolder[] {
    return this.holders.get(`${sign}${number}`) ?? [];
  }

  /** The goals with a number, by place; undefined if there are none. */
  placesOf(sign: GoalNumber['sign'], number: number): PlacesOfNumber | undefined {
    const id = `${sign}${number}`;
    const [holders, known] = [this.holders.get(id), this.places.get(id)];
    if (known || !holders) return known;
    const places = new PlacesOfNumber(holders);
    this.places.set(id, places);
    return places;
  }

  /** Every place that counts items, as far as one of its goals is known. */
  get spaces(): readonly NumberSpace[] {
    return [...this.found.values()];
  }

  /** The goals at an address, given in normalized form. */
  atPage(page: string): readonly Goal[] {
    return this.pages.get(page) ?? [];
  }

  /** The number that a goal's own tracker gives it. */
  numberOf(goal: Goal): GoalNumber | undefined {
    return this.numbers.get(goal);
  }

  /** The highest known number where a goal's own tracker counts it. */
  newestBeside(goal: Goal): number {
    const number = this.numbers.get(goal);
    return (number && this.newest.get(spaceOf(goal.trackerId, number))) ?? 0;
  }

  private add(holder: NumberHolder): void {
    const { sign, number, place, host, goal, tracker } = holder;
    appendTo(this.holders, `${sign}${number}`, holder);
    if (!this.numbers.has(goal)) this.numbers.set(goal, holder);
    const space = spaceOf(tracker.id, holder);
    this.newest.set(space, Math.max(this.newest.get(space) ?? 0, number));
    if (this.found.has(space)) return;
    const prefix = goal.key.endsWith(String(number)) ? goal.key.slice(0, -String(number).length) : '';
    this.found.set(space, { tracker, sign, place, host, prefix });
  }

  private addPage(address: string | undefined, goal: Goal): void {
    if (address === undefined) return;
    const page = readItemAddress(address)?.page ?? comparedAddress(address);
    if (page !== undefined) appendTo(this.pages, page, goal);
  }
}

function spaceOf(trackerId: string, { sign, place, host = '' }: GoalNumber): string {
  return `${trackerId}\n${sign}\n${place}\n${host}`;
}
