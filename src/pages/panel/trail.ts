import type { PanelState } from '../../panel/contract/panelState';

/** Where a person was in one place of the panel. */
export interface Spot {
  readonly scroll: number;
  readonly focus: string | undefined;
}

/** The places that a person came through, so that going back leads to where they were. */
export class Trail {
  private readonly passed: { readonly place: string; readonly spot: Spot }[] = [];

  /** Leaves one place for another; returns where the person was there, if this is the way back. */
  move(from: string, to: string, spot: Spot): Spot | undefined {
    const at = this.passed.findIndex(({ place }) => place === to);
    if (at >= 0) return this.passed.splice(at)[0]?.spot;
    // Without an opened goal, there is nothing to come back from.
    if (!isGoal(to)) this.passed.length = 0;
    else this.passed.push({ place: from, spot });
    return undefined;
  }
}

/** Identifies what a state shows, however its content changes. */
export function placeOf(state: PanelState): string {
  return state.kind === 'goal' ? `goal ${state.goal.key}` : 'branch';
}

function isGoal(place: string): boolean {
  return place !== 'branch';
}
