import type { Memento } from 'vscode';
import type { SignInPlace } from '../../../core/tracker/signInPlace';
import type { Leftovers } from '../../../workspace/trackers/leftovers';

const prefix = 'signOutLeft:';

/** Leftovers in VS Code's global state, so that Sign Out can be repeated after a reload, too. */
export class KeptLeftovers implements Leftovers {
  constructor(private readonly memento: Pick<Memento, 'get' | 'keys' | 'update'>) {}

  get places(): readonly SignInPlace[] {
    return this.memento
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length) as SignInPlace);
  }

  async note(place: SignInPlace, isLeft: boolean): Promise<void> {
    const key = prefix + place;
    const wasLeft = this.memento.get(key) !== undefined;
    if (wasLeft !== isLeft) await this.memento.update(key, isLeft ? true : undefined);
  }
}
