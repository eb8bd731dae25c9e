import { l10n } from 'vscode';
import { levels, type Goal, type Level } from '../../../core/goal/goal';
import { plainLine } from '../../../core/plainText';
import { isKey } from '../../../core/references/goalKeys';
import { levelText, rankName, rankText } from '../../../presentation/goalText';
import { nextKey, type NewGoal } from '../../../teamFiles/goalsFile/editing/goalEntry';
import { ask, pickOne } from '../connect/wizardInputs';
import type { Answer, Place, Step } from '../connect/wizardSteps';

/** What a goals file takes, in characters. */
const maxTitle = 300;
const maxQuote = 2000;

/** The answers so far. */
export type GoalDraft = Partial<NewGoal>;

/** Asks for title, level, key, parent, priority, customers and quote; Enter skips what is optional. */
export function formSteps(goals: readonly Goal[], given: string | undefined): Step<GoalDraft>[] {
  const taken = new Set(goals.map(({ key }) => key.toUpperCase()));
  const step = (
    put: (draft: GoalDraft, place: Place) => Promise<Answer<GoalDraft>>,
    isNeeded: (draft: GoalDraft) => boolean = () => true,
  ): Step<GoalDraft> => ({ ask: put, isNeeded });
  return [
    step(async (draft, place) =>
      answered(
        await ask({
          place,
          prompt: l10n.t('What is to be reached, in one line'),
          value: draft.title ?? '',
          check: (text) =>
            plainLine(text) === '' ? l10n.t('A goal needs a title.') : tooLong(text, maxTitle),
        }),
        (title) => ({ ...draft, title }),
      ),
    ),
    step(async (draft, place) => {
      const items = levels.map((level) => ({
        label: levelText(level),
        description: levelHelp(level),
        level,
      }));
      const answer = await pickOne({
        place,
        placeholder: l10n.t('At which level does it stand?'),
        items,
        isChosen: ({ level }) => level === (draft.level ?? 'item'),
      });
      // A parent was chosen from those above the level.
      return answered(answer, ({ level }) =>
        level === draft.level ? draft : omit({ ...draft, level }, 'parent'),
      );
    }),
    step(
      async (draft, place) =>
        answered(
          await ask({
            place,
            prompt: l10n.t('The key that branches and commits name it by'),
            value: draft.key ?? nextKey(goals.map(({ key }) => key)),
            check: (text) =>
              !isKey(text)
                ? l10n.t('Use letters, digits and hyphens, such as SHOP-7.')
                : taken.has(text.toUpperCase())
                  ? l10n.t('{0} is the key of another goal.', text)
                  : undefined,
          }),
          (key) => ({ ...draft, key }),
        ),
      () => given === undefined,
    ),
    step(
      async (draft, place) => {
        const none = { label: l10n.t('No parent'), description: '', key: undefined };
        const parents = parentsFor(goals, draft.level).map(({ key, title }) => ({
          label: title,
          description: key,
          key,
        }));
        const items = [none, ...parents];
        const answer = await pickOne({
          place,
          placeholder: l10n.t('Which goal is it part of?'),
          items,
          isChosen: ({ key }) => key === draft.parent,
        });
        return answered(answer, ({ key }) =>
          key === undefined ? omit(draft, 'parent') : { ...draft, parent: key },
        );
      },
      (draft) => parentsFor(goals, draft.level).length > 0,
    ),
    step(async (draft, place) => {
      const ranks = ([1, 2, 3, 4] as const).map((rank) => ({
        label: `${rankText(rank)} ${rankName(rank)}`,
        rank,
      }));
      const items = [{ label: rankName(0), rank: undefined }, ...ranks];
      const answer = await pickOne({
        place,
        placeholder: l10n.t('How urgent is it?'),
        items,
        isChosen: ({ rank }) => rank === draft.priority,
      });
      return answered(answer, ({ rank }) =>
        rank === undefined ? omit(draft, 'priority') : { ...draft, priority: rank },
      );
    }),
    step(async (draft, place) =>
      answered(
        await ask({
          place,
          prompt: l10n.t('How many customers it matters to; leave it empty if you do not know'),
          value: draft.customers === undefined ? '' : String(draft.customers),
          check: (text) =>
            /^\d{0,12}$/.test(text) ? undefined : l10n.t('Write a whole number, or nothing.'),
        }),
        (text) => (text === '' ? omit(draft, 'customers') : { ...draft, customers: Number(text) }),
      ),
    ),
    step(async (draft, place) =>
      answered(
        await ask({
          place,
          prompt: l10n.t('What a customer said, in their own words; leave it empty if you have none'),
          value: draft.quote ?? '',
          check: (text) => tooLong(text, maxQuote),
        }),
        (text) => (text === '' ? omit(draft, 'quote') : { ...draft, quote: text }),
      ),
    ),
  ];
}

function parentsFor(goals: readonly Goal[], level: Level = 'item'): readonly Goal[] {
  return goals.filter((goal) => levels.indexOf(goal.level) < levels.indexOf(level));
}

function levelHelp(level: Level): string {
  switch (level) {
    case 'objective':
      return l10n.t('a direction, for a quarter or longer');
    case 'initiative':
      return l10n.t('what work is done for');
    case 'epic':
      return l10n.t('a part of an initiative');
    case 'item':
      return l10n.t('what one branch does');
  }
}

function tooLong(text: string, max: number): string | undefined {
  return text.length > max
    ? l10n.t('Use at most {0} characters; this has {1}.', max, text.length)
    : undefined;
}

function answered<T>(answer: Answer<T>, use: (value: T) => GoalDraft): Answer<GoalDraft> {
  return answer.kind === 'next' ? { kind: 'next', value: use(answer.value) } : answer;
}

function omit(draft: GoalDraft, field: keyof GoalDraft): GoalDraft {
  return Object.fromEntries(Object.entries(draft).filter(([name]) => name !== field));
}
