import type { Memento } from 'vscode';
import { signInPlaceOf, type SignInPlace } from '../../../core/tracker/signInPlace';
import type { TrackerState } from '../../../core/tracker/trackerState';

const prefix = 'hookTold:';

/** Whose goals the hook of each repository was told, so that Sign Out also reaches the repositories that are not open. */
export class HookPlaces {
  constructor(private readonly memento: Pick<Memento, 'get' | 'keys' | 'update'>) {}

  /** Keeps which trackers' goals stand beside a links file; those of goals files are the repository's own. */
  async note(linksPath: string, trackers: readonly TrackerState[]): Promise<void> {
    const told = trackers.filter(({ goals }) => goals.length > 0).map(({ id }) => signInPlaceOf(id));
    const places = [...new Set(told.filter((place) => place !== undefined))].sort();
    const before = this.memento.get<readonly string[]>(prefix + linksPath, []);
    if (places.join('\n') === before.join('\n')) return;
    await this.memento.update(prefix + linksPath, places.length > 0 ? places : undefined);
  }

  /** The links files beside which goals of a place stand. */
  of(place: SignInPlace): readonly string[] {
    return this.memento
      .keys()
      .filter((key) => key.startsWith(prefix) && this.memento.get<readonly string[]>(key, []).includes(place))
      .map((key) => key.slice(prefix.length));
  }
}
