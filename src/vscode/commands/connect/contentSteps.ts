import { l10n, workspace, type QuickPickItem } from 'vscode';
import type { ImpactPart } from '../../../trackers/connection/connection';
import { proposeImpact } from '../../../trackers/mapping/impactFields';
import { factsOf } from '../../../trackers/registry';
import type { TrackerField } from '../../../trackers/port/tracker';
import type { Services } from '../../services';
import type { ConnectionDraft } from './connectionDraft';
import { askDraft, connectFaultText } from './signInSteps';
import { ask, pickMany, pickOne } from './wizardInputs';
import type { Answer, Place, Step } from './wizardSteps';

type Needs = Pick<Services, 'connections' | 'connectTracker' | 'log' | 'textOptions' | 'tokens'>;

/** The steps that ask what to read and where to keep the connection. */
export function contentSteps(services: Needs): Step<ConnectionDraft>[] {
  return [followStep(services), impactStep(services), currencyStep(), targetStep()];
}

interface FollowItem extends QuickPickItem {
  readonly value: string;
}

function followStep(services: Needs): Step<ConnectionDraft> {
  return {
    isNeeded: () => true,
    async ask(draft, place) {
      const { kind = 'rest', follow = [] } = draft;
      const { mustFollow, guide } = factsOf(kind);
      const { followed } = guide();
      const loading = loadFollowables(services, draft);
      const placeholder = mustFollow
        ? l10n.t('Which {0} to follow', followed)
        : l10n.t('Which {0} to follow; none for all that you can see', followed);
      let answer: Answer<readonly FollowItem[]>;
      try {
        answer = await pickMany({
          place,
          placeholder,
          items: loading,
          isChosen: ({ value }) => follow.includes(value),
        });
      } catch (error) {
        return typeNames(draft, place, connectFaultText(services, error, draft));
      }
      if (answer.kind !== 'next') return answer;
      const values = answer.value.map(({ value }) => value);
      if (values.length === 0 && mustFollow) return typeNames(draft, place, '');
      return { kind: 'next', value: { ...draft, follow: values } };
    },
  };
}

async function loadFollowables(services: Needs, draft: ConnectionDraft): Promise<readonly FollowItem[]> {
  // Some trackers look only at what is followed.
  const found = await askDraft(services, { ...draft, follow: [] }, (tracker) =>
    tracker.followables(AbortSignal.timeout(60_000)),
  );
  return found.map(({ value, label, description }) => ({
    label: value,
    ...(label !== value && { description: label }),
    ...(description && { detail: description }),
    value,
  }));
}

/** If the tracker cannot list its types, the person still knows their names. */
async function typeNames(
  draft: ConnectionDraft,
  place: Place,
  fault: string,
): Promise<Answer<ConnectionDraft>> {
  const { kind = 'rest', follow = [] } = draft;
  const { mustFollow, guide } = factsOf(kind);
  const prompt = l10n.t('Names of the {0} to follow, separated by commas', guide().followed);
  const answer = await ask({
    place,
    prompt: fault === '' ? prompt : `${prompt}. ${fault}`,
    value: follow.join(', '),
    check: (text) =>
      mustFollow && namesIn(text).length === 0 ? l10n.t('Enter at least one name.') : undefined,
  });
  if (answer.kind !== 'next') return answer;
  return { kind: 'next', value: { ...draft, follow: namesIn(answer.value) } };
}

function namesIn(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function impactStep(services: Needs): Step<ConnectionDraft> {
  return {
    // In the REST contract impact is part of a goal; in Linear it comes from customer requests.
    isNeeded: ({ kind }) => kind === undefined || factsOf(kind).settings.includes('impact'),
    async ask(draft, place) {
      const fields = await readFields(services, draft);
      const proposal = proposeImpact(fields);
      if (Object.keys(proposal).length === 0) return { kind: 'pass' };
      const items = Object.entries(proposal).map(([name, part]) => ({
        label: name,
        description: partText(part),
        part,
      }));
      const chosenBefore = Object.keys(draft.impact ?? {}).length > 0 ? draft.impact : undefined;
      const answer = await pickMany({
        place,
        placeholder: l10n.t('These fields look like customer impact. Keep those that are.'),
        items,
        isChosen: ({ label }) => Object.hasOwn(chosenBefore ?? proposal, label),
      });
      if (answer.kind !== 'next') return answer;
      const impact = Object.fromEntries(answer.value.map(({ label, part }) => [label, part]));
      return { kind: 'next', value: { ...draft, impact } };
    },
  };
}

/** Unreadable fields are no reason not to connect. */
async function readFields(services: Needs, draft: ConnectionDraft): Promise<readonly TrackerField[]> {
  try {
    return await askDraft(services, draft, (tracker) => tracker.fields(AbortSignal.timeout(60_000)));
  } catch (error) {
    services.log.warn(connectFaultText(services, error, draft));
    return [];
  }
}

function partText(part: ImpactPart): string {
  const texts: Readonly<Record<ImpactPart, string>> = {
    customers: l10n.t('number of customers'),
    customerNames: l10n.t('names of customers'),
    requests: l10n.t('requests or votes'),
    revenue: l10n.t('revenue at stake'),
    segments: l10n.t('customer segments'),
    severity: l10n.t('severity'),
    score: l10n.t('impact score'),
    quotes: l10n.t('what customers say'),
  };
  return texts[part];
}

function currencyStep(): Step<ConnectionDraft> {
  return {
    isNeeded: ({ impact = {} }) => Object.values(impact).includes('revenue'),
    async ask(draft, place) {
      const answer = await ask({
        place,
        prompt: l10n.t('The currency of the revenue field, as a code like EUR; empty for none'),
        placeholder: 'EUR',
        value: draft.currency ?? '',
        check: (text) =>
          /^([A-Za-z]{3})?$/.test(text) ? undefined : l10n.t('A currency code has three letters.'),
      });
      if (answer.kind !== 'next') return answer;
      return { kind: 'next', value: { ...draft, currency: answer.value.toUpperCase() } };
    },
  };
}

function targetStep(): Step<ConnectionDraft> {
  return {
    isNeeded: () => true,
    async ask(draft, place) {
      const items: (QuickPickItem & { readonly target: 'workspace' | 'user' })[] = [
        {
          label: l10n.t('This workspace'),
          detail: l10n.t(
            'In .vscode/settings.json, for everybody who opens the folder. Tokens are never in it.',
          ),
          target: 'workspace',
        },
        {
          label: l10n.t('All my workspaces'),
          detail: l10n.t('In your own settings.'),
          target: 'user',
        },
      ];
      if (!workspace.workspaceFolders || !workspace.isTrusted) {
        return { kind: 'next', value: { ...draft, target: 'user' } };
      }
      const answer = await pickOne({ place, placeholder: l10n.t('Where to keep the connection'), items });
      if (answer.kind !== 'next') return answer;
      return { kind: 'next', value: { ...draft, target: answer.value.target } };
    },
  };
}
