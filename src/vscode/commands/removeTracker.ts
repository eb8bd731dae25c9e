import { l10n, window } from 'vscode';
import { GoalLensError } from '../../core/errors';
import { signInPlace } from '../../core/tracker/signInPlace';
import type { Services } from '../services';
import { removeConnection } from './connect/saveConnection';
import { labelText } from './quickPick';
import { chooseConnection } from './signIn';
import { showInPassing } from './passingMessage';

/** Removes a tracker from the settings, with its local goals and any token that only it used. */
export async function removeTracker(
  { connections }: Pick<Services, 'connections'>,
  id?: unknown,
): Promise<void> {
  const chosen = await chooseConnection({ connections }, id, l10n.t('Which tracker to remove'), () => true);
  if (!chosen) return;
  const { connection, name } = chosen;
  const { origin } = new URL(connection.url);
  const sharing = connections.all.filter(
    (other) => other !== chosen && signInPlace(other.connection) === signInPlace(connection),
  );
  const remove = l10n.t('Remove');
  const token =
    sharing.length > 0
      ? l10n.t('The token stays for {0}.', sharing[0]?.name ?? '')
      : connection.signIn === 'none'
        ? ''
        : l10n.t('Your token for {0} is deleted too.', origin);
  const gone = l10n.t('This removes its entry in the settings and its goals on this machine.');
  const detail = `${gone} ${token}`.trim();
  const answer = await window.showWarningMessage(
    l10n.t('Remove {0}?', labelText(name)),
    { modal: true, detail },
    remove,
  );
  if (answer !== remove) return;
  if (!(await removeConnection(connection.id))) {
    throw new GoalLensError(
      l10n.t(
        '{0} is in no setting that can be changed from here. Take it out of goalLens.trackers by hand.',
        name,
      ),
    );
  }
  try {
    if (sharing.length > 0) await forgetGoals(chosen, name);
    else await connections.signOut(signInPlace(connection));
  } finally {
    await connections.update();
  }
  showInPassing(l10n.t('Removed {0}', name));
}

/** The token stays with another connection, so that Sign Out is no way to try again. */
async function forgetGoals(chosen: { forget(): Promise<void> }, name: string): Promise<void> {
  try {
    await chosen.forget();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new GoalLensError(
      l10n.t(
        '{0} is removed, but not all of its goals on this machine: {1}. They go by themselves after 30 days.',
        name,
        reason,
      ),
      { cause: error },
    );
  }
}
