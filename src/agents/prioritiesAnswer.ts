import * as l10n from '@vscode/l10n';
import { counted } from '../core/counted';
import { fenced, nonceFor } from '../core/brief/fence';
import { untrusted } from '../core/brief/untrusted';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import type { GoalView } from '../core/views/goalView';
import { rankGoals } from '../core/views/ranking';
import { dataNote } from '../presentation/brief/goalBrief';
import { goalName, rankText, spelling } from '../presentation/goalText';
import { reasonText } from '../presentation/reasonText';
import { agoText } from '../presentation/targetText';
import type { TextOptions } from '../presentation/textOptions';
import type { Workspace } from '../workspace/workspace';
import { newNonce, type AgentAnswer } from './agentAnswer';
import { mostPriorities } from './answerLimits';

/** One goal in the list of priorities. */
interface PriorityRecord {
  readonly key: string;
  readonly title: string;
  /** 1 (urgent) to 4 (low), 0 if not set. */
  readonly rank: number;
  readonly reason: string;
}

/** What matters most now. */
export interface PrioritiesRecord {
  readonly goals: readonly PriorityRecord[];
  /** How many open goals are left out. */
  readonly more: number;
}

const maxTitle = 100;
const maxReason = 120;

/** The open goals that matter most, with reasons; objectives and finished goals are not work to do. */
export function prioritiesAnswer(
  { catalog, folder }: Workspace,
  { limit = mostPriorities.usual }: { readonly limit?: number | undefined },
  options: TextOptions,
): AgentAnswer<PrioritiesRecord> {
  const views = rankGoals(catalog.all(folder), catalog);
  const shown = views.slice(0, Math.min(Math.max(Math.trunc(limit), 1), mostPriorities.limit));
  const goals = shown.map((view) => recordOf(view, options));
  const more = views.length - shown.length;
  const record = { goals, more };
  if (goals.length === 0) {
    return {
      text: l10n.t('No open goals are known here: add .goals/goals.yaml, or connect a tracker in VS Code.'),
      record,
    };
  }
  const lines = shown.map(
    (view, at) =>
      `${at + 1}. ${untrusted([rankText(view.rank), goalName(view.goal, options)].join(' '), maxTitle + 40)}${reasonOf(view, options)}`,
  );
  const age = agesOf(catalog, options);
  const data = [...lines, ...(age === '' ? [] : [l10n.t('Read: {0}', age)])];
  const end =
    more > 0
      ? counted(more, {
          one: l10n.t('{0} more open goal is not listed.', more),
          other: l10n.t('{0} more open goals are not listed.', more),
        })
      : l10n.t('These are all open goals.');
  return { text: `${fenced(data, dataNote(), nonceFor(data.join('\n'), newNonce))}\n${end}`, record };
}

function recordOf(view: GoalView, options: TextOptions): PriorityRecord {
  return {
    key: untrusted(spelling(view.goal, options), 80),
    title: untrusted(view.goal.title, maxTitle),
    rank: view.rank,
    reason: untrusted(reasonText(view, options), maxReason),
  };
}

function reasonOf(view: GoalView, options: TextOptions): string {
  const reason = untrusted(reasonText(view, options), maxReason);
  return reason === '' ? '' : ` · ${reason}`;
}

/** Where the goals were read, and how old they are. */
function agesOf({ trackers }: GoalCatalog, options: TextOptions): string {
  const ages = trackers.flatMap(({ name, folder, asOf, goals }) => {
    if (goals.length === 0) return [];
    return folder !== undefined || asOf === undefined ? [name] : [`${name} ${agoText(asOf, options)}`];
  });
  return untrusted(ages.join(', '), 200);
}
