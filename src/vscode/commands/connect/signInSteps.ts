import { env, l10n, ThemeIcon, Uri } from 'vscode';
import { bugText, faultText } from '../../../presentation/faultText';
import { connectionSchema, toConnection, type Connection } from '../../../trackers/connection/connection';
import { signInPlace } from '../../../core/tracker/signInPlace';
import type { TrackerKind } from '../../../trackers/connection/trackerKind';
import { factsOf } from '../../../trackers/registry';
import type { Tracker } from '../../../trackers/port/tracker';
import type { Services } from '../../services';
import { accountStep, howStep } from './accountSteps';
import { entryOf, type ConnectionDraft } from './connectionDraft';
import { ask } from './wizardInputs';
import type { Answer, Place, Step } from './wizardSteps';

type Needs = Pick<Services, 'connections' | 'connectTracker' | 'log' | 'textOptions' | 'tokens'>;

/**
 * The steps that sign in: how, with which of several accounts, as whom, and with which token. A token is tried before
 * it is stored.
 */
export function signInSteps(services: Needs): Step<ConnectionDraft>[] {
  return [howStep(services), accountStep(services), userStep(), tokenStep(services)];
}

/** Asks the tracker that a draft describes, signed in as the person is. @throws {TrackerError} */
export function askDraft<T>(
  services: Needs,
  draft: ConnectionDraft,
  ask: (tracker: Tracker) => Promise<T>,
  token?: string,
): Promise<T> {
  return withTracker(services, toConnection(connectionSchema.parse(entryOf(draft))), token, ask);
}

/** Asks the tracker of a connection, without a token as the person is signed in. @throws {TrackerError} */
export async function withTracker<T>(
  { connectTracker, connections, log }: Needs,
  connection: Connection,
  token: string | undefined,
  ask: (tracker: Tracker) => Promise<T>,
): Promise<T> {
  const connected = await connectTracker(connection, {
    token: () => (token === undefined ? connections.tokenOf(connection) : Promise.resolve(token)),
    log: (line) => log.debug(line),
  });
  try {
    return await ask(connected.tracker);
  } finally {
    connected.dispose();
  }
}

/** What went wrong, as a sentence for a person. */
export function connectFaultText(services: Needs, error: unknown, draft: ConnectionDraft): string {
  const name = draft.kind ? factsOf(draft.kind).name : '';
  const text = faultText(error, services.textOptions(), name);
  if (text !== undefined) return text;
  services.log.error('Connecting failed.', error);
  return bugText(error);
}

function userStep(): Step<ConnectionDraft> {
  return {
    isNeeded: ({ kind, url, signIn }) =>
      signIn !== 'none' && kind !== undefined && url !== undefined && factsOf(kind).wantsUser(new URL(url)),
    async ask(draft, place) {
      const answer = await ask({
        place,
        prompt: l10n.t('The e-mail address of your Atlassian account'),
        placeholder: 'ana@shop.example',
        value: draft.user ?? '',
        check: (text) =>
          /^[^\s@]+@[^\s@]+$/.test(text)
            ? undefined
            : l10n.t('Enter the e-mail address that you sign in with.'),
      });
      return answer.kind === 'next' ? { kind: 'next', value: { ...draft, user: answer.value } } : answer;
    },
  };
}

function tokenStep(services: Needs): Step<ConnectionDraft> {
  return {
    isNeeded: ({ signIn = 'token', isTokenKept, isTokenReplaced }) =>
      signIn === 'token' && (!isTokenKept || isTokenReplaced === true),
    async ask(draft, place) {
      const { kind = 'rest', url = '', signInAs } = draft;
      const answer = await askToken(services, { kind, url, signInAs }, place, (token, signal) =>
        askDraft(services, draft, (tracker) => tracker.checkConnection(signal), token),
      );
      if (answer.kind !== 'next') return answer;
      return { kind: 'next', value: { ...draft, isTokenKept: true, isTokenReplaced: false } };
    },
  };
}

/** Asks for a token, tries it, and stores it once the tracker accepts it. */
export async function askToken(
  services: Needs,
  { kind, ...place }: Pick<Connection, 'kind' | 'url' | 'signInAs'>,
  step: Place,
  tryToken: (token: string, signal: AbortSignal) => Promise<unknown>,
): Promise<Answer<string>> {
  const { guide, tokenPage } = factsOf(kind);
  const { url } = place;
  const page = tokenPage(url);
  const answer = await ask({
    place: step,
    prompt: guide().tokenHelp,
    placeholder: l10n.t('Token for {0}', new URL(url).host),
    isSecret: true,
    buttons: page ? [openPageButton(page, kind)] : [],
    check: async (token, signal) => {
      if (token === '') return l10n.t('Enter the token.');
      try {
        await tryToken(token, signal);
        return undefined;
      } catch (error) {
        return connectFaultText(services, error, { kind });
      }
    },
  });
  if (answer.kind === 'next') await services.tokens.set(signInPlace(place), answer.value);
  return answer;
}

function openPageButton(page: string, kind: TrackerKind) {
  return {
    iconPath: new ThemeIcon('link-external'),
    tooltip: l10n.t('Make a token in {0}', factsOf(kind).name),
    run: () => void env.openExternal(Uri.parse(page, true)),
  };
}
