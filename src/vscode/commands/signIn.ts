import { l10n } from 'vscode';
import { signInWithGithubAccount } from '../sources/trackers/githubAccount';
import type { LiveConnection } from '../../workspace/trackers/liveConnection';
import { Refusal } from '../../core/errors';
import { signInPlace } from '../../core/tracker/signInPlace';
import type { Services } from '../services';
import { askToken, withTracker } from './connect/signInSteps';
import { pickEntry } from './quickPick';

type Needs = Pick<Services, 'connections' | 'connectTracker' | 'log' | 'textOptions' | 'tokens'>;

/** Signs in to a connected tracker, by default the one that is signed out. */
export async function signIn(services: Needs, id?: unknown): Promise<void> {
  const connection = await chooseConnection(services, id, l10n.t('Sign in to'), (each) => needsSignIn(each));
  if (!connection) return;
  const { signIn: way } = connection.connection;
  if (way === 'account' && !(await signInWithGithubAccount())) return;
  if (way === 'account' || way === 'none') await services.tokens.setNone(signInPlace(connection.connection));
  else {
    const place = { title: l10n.t('Sign in to {0}', connection.name), step: 1 };
    const answer = await askToken(services, connection.connection, place, (token, signal) =>
      withTracker(services, connection.connection, token, (tracker) => tracker.checkConnection(signal)),
    );
    if (answer.kind !== 'next') return;
  }
  await connection.refresh();
}

/** The connection with this id, or the one a person picks; undefined if they cancel. */
export async function chooseConnection(
  { connections }: Pick<Services, 'connections'>,
  id: unknown,
  placeholder: string,
  isLikely: (connection: LiveConnection) => boolean,
): Promise<LiveConnection | undefined> {
  const { all } = connections;
  if (all.length === 0) {
    throw new Refusal(l10n.t('No tracker is connected yet.'), ['connectTracker']);
  }
  const named = typeof id === 'string' ? connections.get(id) : undefined;
  const likely = all.filter(isLikely);
  const [only, ...more] = likely.length > 0 ? likely : all;
  if (named ?? more.length === 0) return named ?? only;
  const picked = await pickEntry(
    (likely.length > 0 ? likely : all).map((connection) => ({
      label: connection.name,
      description: connection.connection.url,
      connection,
    })),
    { placeHolder: placeholder },
  );
  return picked?.connection;
}

function needsSignIn({ state }: LiveConnection): boolean {
  const reason = state.error?.reason;
  return reason === 'signedOut' || reason === 'unauthorized';
}
