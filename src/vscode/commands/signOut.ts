import { l10n } from 'vscode';
import { Refusal } from '../../core/errors';
import { signInPlace, type SignInPlace } from '../../core/tracker/signInPlace';
import type { Services } from '../services';
import { showInPassing } from './passingMessage';
import { pickEntry, type PickEntry } from './quickPick';

type Needs = Pick<Services, 'connections' | 'tokens'>;

interface Choice extends PickEntry {
  readonly place: SignInPlace;
}

/** Forgets a token and every goal read with it, also where no setting names its tracker any more. */
export async function signOut(services: Needs, id?: unknown): Promise<void> {
  const connected = services.connections.all.map(({ name, connection }) => ({
    id: connection.id,
    label: name,
    description: connection.url,
    place: signInPlace(connection),
  }));
  const named = connected.find((each) => each.id === id);
  const places = new Set([...(await services.tokens.places()), ...services.connections.leftovers]);
  const choice = named ?? (await choose(connected, [...places]));
  if (!choice) return;
  await services.connections.signOut(choice.place);
  showInPassing(l10n.t('Signed out of {0}', choice.label));
}

async function choose(
  connected: readonly Choice[],
  places: readonly SignInPlace[],
): Promise<Choice | undefined> {
  const others = places
    .filter((place) => !connected.some((each) => each.place === place))
    .map((place) => ({ label: place, description: l10n.t('in no setting of this window'), place }));
  const [only, ...more] = [...connected, ...others];
  if (!only) throw new Refusal(l10n.t('No tracker is connected yet.'), ['connectTracker']);
  // A token that nothing names here may well be used in another workspace, so that it never goes unasked.
  if (more.length === 0 && others.length === 0) return only;
  return pickEntry([only, ...more], { placeHolder: l10n.t('Sign out of') });
}
