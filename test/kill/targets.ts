import type { KillTarget } from './killTarget';
import { cache } from './targets/cache';
import { history } from './targets/history';
import { hookState } from './targets/hookState';
import { links } from './targets/links';
import { notes } from './targets/notes';
import { rewording } from './targets/rewording';

/** Everything that is killed, by name. */
export const targets: Readonly<Record<string, KillTarget>> = {
  cache,
  history,
  hookState,
  links,
  notes,
  rewording,
};
