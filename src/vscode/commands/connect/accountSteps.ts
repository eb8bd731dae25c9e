import { l10n } from 'vscode';
import { signInWithGithubAccount } from '../../sources/trackers/githubAccount';
import type { Tokens } from '../../sources/trackers/tokens';
import { signInPlace } from '../../../core/tracker/signInPlace';
import { connectionSchema } from '../../../trackers/connection/connection';
import type { TrackerKind } from '../../../trackers/connection/trackerKind';
import type { SignInWay } from '../../../trackers/port/kindFacts';
import { factsOf } from '../../../trackers/registry';
import type { ConnectionDraft } from './connectionDraft';
import { ask, pickOne } from './wizardInputs';
import type { Answer, Step } from './wizardSteps';

interface Needs {
  readonly tokens: Tokens;
}

/** With the stored token, with another account beside it, or as the kind of tracker offers. */
type Way = 'kept' | 'other' | SignInWay;

interface WayItem {
  readonly label: string;
  readonly detail?: string;
  readonly way: Way;
}

/** The step that asks how to sign in, if there is a choice. */
export function howStep({ tokens }: Needs): Step<ConnectionDraft> {
  return {
    isNeeded: ({ kind, url, isTokenKept, isOtherAccount }) =>
      isTokenKept === true ||
      isOtherAccount === true ||
      (kind !== undefined &&
        factsOf(kind).signInWays(new URL(url ?? factsOf(kind).address.example)).length > 1),
    async ask(draft, place) {
      const { kind = 'rest', url = '' } = draft;
      const { host } = new URL(url);
      const isKept = await tokens.has(signInPlace({ url }));
      const items: WayItem[] = [
        ...(isKept
          ? [{ label: l10n.t('Go on with the token kept for {0}', host), way: 'kept' as const }]
          : []),
        ...factsOf(kind)
          .signInWays(new URL(url))
          .map((way) => wayItem(way, kind)),
        ...(isKept ? [otherAccount()] : []),
      ];
      const answer = await pickOne({ place, placeholder: l10n.t('How to sign in to {0}', host), items });
      return answer.kind === 'next' ? signedInBy(tokens, draft, answer.value.way, isKept) : answer;
    },
  };
}

/** The step that names a further account at an address; its token is stored beside the others. */
export function accountStep({ tokens }: Needs): Step<ConnectionDraft> {
  return {
    isNeeded: ({ isOtherAccount }) => isOtherAccount === true,
    async ask(draft, place) {
      const { url = '' } = draft;
      const answer = await ask({
        place,
        prompt: l10n.t('A short name for this account. Anyone you share the settings with sees it too.'),
        placeholder: 'client',
        value: draft.signInAs ?? '',
        check: (text) =>
          connectionSchema.shape.signInAs.safeParse(text).success
            ? undefined
            : l10n.t('Enter 1 to 40 letters, digits, dots, hyphens or underscores.'),
      });
      if (answer.kind !== 'next') return answer;
      const signInAs = answer.value;
      const isTokenKept = await tokens.has(signInPlace({ url, signInAs }));
      return { kind: 'next', value: { ...draft, signInAs, isTokenKept, isTokenReplaced: false } };
    },
  };
}

function otherAccount(): WayItem {
  return {
    label: l10n.t('Sign in with another account'),
    detail: l10n.t('Its token is kept beside the one that is there.'),
    way: 'other',
  };
}

function wayItem(way: SignInWay, kind: TrackerKind): WayItem {
  switch (way) {
    case 'account':
      return { label: l10n.t('GitHub account of VS Code'), way };
    case 'token':
      return { label: l10n.t('Enter a token'), detail: factsOf(kind).guide().tokenHelp, way };
    case 'none':
      return { label: l10n.t('No token: the service is open'), way };
  }
}

async function signedInBy(
  tokens: Tokens,
  { signInAs, ...draft }: ConnectionDraft,
  way: Way,
  isTokenKept: boolean,
): Promise<Answer<ConnectionDraft>> {
  const { url = '' } = draft;
  // An account name given for one way means nothing to another.
  const here = { ...draft, isTokenKept, isOtherAccount: false, isTokenReplaced: way === 'token' };
  switch (way) {
    case 'account':
      if (!(await signInWithGithubAccount())) return { kind: 'left' };
      await tokens.setNone(signInPlace({ url }));
      return { kind: 'next', value: { ...here, signIn: 'account' } };
    case 'none':
      await tokens.setNone(signInPlace({ url }));
      return { kind: 'next', value: { ...here, signIn: 'none' } };
    case 'kept':
    case 'token':
      return { kind: 'next', value: { ...here, signIn: 'token' } };
    case 'other':
      return {
        kind: 'next',
        value: {
          ...here,
          ...(signInAs !== undefined && { signInAs }),
          signIn: 'token',
          isOtherAccount: true,
        },
      };
  }
}
