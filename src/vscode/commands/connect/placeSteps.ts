import { l10n } from 'vscode';
import type { Tokens } from '../../sources/trackers/tokens';
import { connectionSchema } from '../../../trackers/connection/connection';
import { trackerKinds, type TrackerKind } from '../../../trackers/connection/trackerKind';
import { factsOf } from '../../../trackers/registry';
import { typedAddress } from '../../../trackers/typedAddress';
import type { ConnectionDraft } from './connectionDraft';
import { ask, pickOne } from './wizardInputs';
import type { Step } from './wizardSteps';
import { signInPlace } from '../../../core/tracker/signInPlace';

/** The steps that ask for the kind and address of the tracker. */
export function placeSteps(tokens: Tokens): Step<ConnectionDraft>[] {
  return [kindStep(tokens), urlStep(tokens)];
}

function kindStep(tokens: Tokens): Step<ConnectionDraft> {
  return {
    isNeeded: () => true,
    async ask(draft, place) {
      const items = trackerKinds.map((kind) => {
        const { name, guide } = factsOf(kind);
        const { label = name, description } = guide();
        return { label, detail: description, tracker: kind };
      });
      const answer = await pickOne({
        place,
        placeholder: l10n.t('Where does your team keep its goals?'),
        items,
        isChosen: ({ tracker }) => tracker === draft.kind,
      });
      if (answer.kind !== 'next') return answer;
      const { tracker: kind } = answer.value;
      const { fixed } = factsOf(kind).address;
      // Answers for another kind of tracker do not apply to this one.
      const kept = kind === draft.kind ? draft : {};
      return {
        kind: 'next',
        value: { ...kept, kind, ...(fixed !== undefined && (await placeAt(fixed, tokens))) },
      };
    },
  };
}

function urlStep(tokens: Tokens): Step<ConnectionDraft> {
  return {
    isNeeded: ({ kind }) => kind !== undefined && factsOf(kind).address.fixed === undefined,
    async ask(draft, place) {
      const { kind = 'rest' } = draft;
      const { name, address } = factsOf(kind);
      const answer = await ask({
        place,
        prompt: l10n.t('The address of {0}, with its path if it has one', name),
        placeholder: address.example,
        value: draft.url ?? address.usual ?? '',
        check: (text) => urlFault(kind, text),
      });
      if (answer.kind !== 'next') return answer;
      const url = typedAddress(kind, answer.value);
      if (url === draft.url) return { kind: 'next', value: draft };
      // Answers for another address do not apply to this one, not even how to sign in.
      return { kind: 'next', value: { kind, ...(await placeAt(url, tokens)) } };
    },
  };
}

/** An address, and whether the person has signed in there before. */
async function placeAt(url: string, tokens: Tokens): Promise<Pick<ConnectionDraft, 'url' | 'isTokenKept'>> {
  return { url, isTokenKept: await tokens.has(signInPlace({ url })) };
}

function urlFault(kind: TrackerKind, text: string): string | undefined {
  if (text === '') return l10n.t('Enter the address.');
  const result = connectionSchema.shape.url.safeParse(typedAddress(kind, text));
  if (result.success) return undefined;
  return l10n.t(
    'That is no address that a token may be sent to: it has to begin with https:// and hold no password.',
  );
}
