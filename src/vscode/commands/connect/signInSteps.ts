import { env, l10n, ThemeIcon, Uri } from 'vscode';
import { bugText, faultText } from '../../../presentation/faultText';
import { systemClock } from '../../../core/clock';
import { connectionSchema, toConnection, type Connection } from '../../../trackers/connection/connection';
import { signInPlace } from '../../../core/tracker/signInPlace';
import type { TrackerKind } from '../../../trackers/connection/trackerKind';
import { connectTracker } from '../../../trackers/connectTracker';
import { factsOf } from '../../../trackers/registry';
import type { ConnectionReport, Tracker } from '../../../trackers/port/tracker';
import type { Services } from '../../services';
import { accountStep, howStep } from './accountSteps';
import { entryOf, type ConnectionDraft } from './connectionDraft';
import { ask } from './wizardInputs';
import type { Answer, Place, Step } from './wizardSteps';

type Needs = Pick<Services, 'connections' | 'log' | 'textOptions' | 'tokens'>;

/**
 * The steps that sign in: how, with which of several accounts, as whom, and with which token. A token is tried before
 * it is stored.
 */
export function signInSteps(services: Needs): Step<ConnectionDraft>[] {
  return [howStep(services), accountStep(services), userStep(), tokenStep(services)];
}

/** The tracker that a draft describes, signed in as the person is. */
export async function trackerOf(services: Needs, draft: ConnectionDraft, token?: string): Promise<Tracker> {
  const connection = toConnection(connectionSchema.parse(entryOf(draft)));
  const { tracker } = await connectTracker(connection, {
    token: () => (token === undefined ? services.connections.tokenOf(connection) : Promise.resolve(token)),
    clock: systemClock,
    log: (line) => services.log.debug(line),
  });
  return tracker;
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
        check(services, draft, signal, token),
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

/** Asks the tracker who the person is. @throws {TrackerError} */
export async function check(
  services: Needs,
  draft: ConnectionDraft,
  signal: AbortSignal,
  token?: string,
): Promise<ConnectionReport> {
  return (await trackerOf(services, draft, token)).checkConnection(signal);
}

function openPageButton(page: string, kind: TrackerKind) {
  return {
    iconPath: new ThemeIcon('link-external'),
    tooltip: l10n.t('Make a token in {0}', factsOf(kind).name),
    run: () => void env.openExternal(Uri.parse(page, true)),
  };
}
