import * as l10n from '@vscode/l10n';
import { tagMessage } from '../core/message/commitTag';
import { isSameGoal, type Goal } from '../core/goal/goal';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import { isReference } from '../core/references/referencesInValue';
import { goalView, type GoalView } from '../core/views/goalView';
import { compareRanked } from '../core/views/ranking';
import { goalName, healthText, rankName, rankText, spelling } from './goalText';
import { impactSentences } from './impactSentences';
import { inline } from './markdownInline';
import { targetText } from './targetText';
import type { TextOptions } from './textOptions';

/** A commit of a pull request. */
export interface SummaryCommit {
  readonly sha: string;
  readonly subject: string;
  readonly keys: readonly { readonly key: string }[];
  /** Whether it declares that it serves no goal. */
  readonly isWithoutGoal: boolean;
  readonly isMerge: boolean;
}

/** What a pull request is made of. */
export interface PullRequestInput {
  /** The initiatives that the branch serves, whatever its commits say. */
  readonly branchGoals: readonly Goal[];
  /** The goals that the branch itself is about, if below an initiative. */
  readonly branchItems?: readonly Goal[];
  /** Listed in this order. */
  readonly commits: readonly SummaryCommit[];
  readonly catalog: GoalCatalog;
  /** The folder whose goals file wins where trackers share a key. */
  readonly folder?: string;
  /** The trailer's name. */
  readonly trailer: string;
  /** The reference that the trailer holds for a goal. */
  readonly written: (goal: Goal) => string;
  /** Whether to state revenue: a description is read by more people than a panel. */
  readonly withRevenue?: boolean;
}

interface GoalCommits {
  readonly goal: Goal;
  /** The goals below it that the branch and its commits name. */
  readonly items: ReadonlySet<Goal>;
  readonly commits: readonly SummaryCommit[];
}

const maxGoals = 20;
const maxItems = 8;
const maxCommits = 100;
const maxTitle = 200;
const maxReason = 300;
const maxSubject = 120;

/**
 * The description of a pull request in Markdown: the goals served with why and for whom, the commits by goal, and the
 * trailers as the last paragraph, which git still reads once the commits are squashed. Texts from trackers and commits
 * appear as plain text: no markup, mention, reference or link in them works.
 *
 * @throws {InvalidTagError} if the trailer's name is not valid
 */
export function pullRequestSummary(input: PullRequestInput, options: TextOptions): string {
  const { catalog } = input;
  const { groups, without } = byGoal(input);
  const goals = byImportance(groups, catalog);
  const sections = [
    section(
      l10n.t('Goals served'),
      capped(goals, maxGoals, (served) => goalLines(served, input, options)),
    ),
    section(
      l10n.t('Commits by goal'),
      capped(
        goals.filter(({ commits }) => commits.length > 0),
        maxGoals,
        ({ goal, commits }) => [
          `- ${inline(spelling(goal, options), maxTitle)}`,
          ...commitLines(commits).map(indent),
        ],
      ),
    ),
    section(l10n.t('Commits without a goal'), commitLines(without)),
    footer(goals, input),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function byGoal({ branchGoals, branchItems = [], commits, catalog, folder }: PullRequestInput): {
  groups: GoalCommits[];
  without: SummaryCommit[];
} {
  const groups: { goal: Goal; items: Set<Goal>; commits: SummaryCommit[] }[] = [];
  const groupOf = (goal: Goal): (typeof groups)[number] => {
    const known = groups.find((each) => isSameGoal(each.goal, goal));
    if (known) return known;
    groups.push({ goal, items: new Set(), commits: [] });
    return groupOf(goal);
  };
  const groupOfItem = (item: Goal): (typeof groups)[number] => {
    const group = groupOf(goalView(item, catalog).initiative);
    if (!isSameGoal(group.goal, item)) group.items.add(item);
    return group;
  };
  branchGoals.forEach(groupOf);
  branchItems.forEach(groupOfItem);
  const without: SummaryCommit[] = [];
  for (const commit of commits) {
    const linked = commit.keys.flatMap(({ key }) => catalog.find(key, folder) ?? []);
    for (const group of new Set(linked.map(groupOfItem))) group.commits.push(commit);
    // A merge of the base is not work for a goal, so no goal is missing there; nor where the commit declares none.
    const isExcused = commit.isWithoutGoal || (commit.isMerge && commit.keys.length === 0);
    if (linked.length === 0 && !isExcused) without.push(commit);
  }
  return { groups, without };
}

function byImportance(groups: readonly GoalCommits[], catalog: GoalCatalog): GoalCommits[] {
  const viewOf = ({ goal }: GoalCommits): GoalView => goalView(goal, catalog);
  return [...groups].sort((a, b) => compareRanked(viewOf(a), viewOf(b)));
}

/** A heading in bold: when a message is edited, git drops lines that start with `#`. */
function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`**${title}**`, '', ...lines].join('\n');
}

function capped<T>(items: readonly T[], max: number, write: (item: T) => readonly string[]): string[] {
  const rest = items.length - max;
  const lines = items.slice(0, max).flatMap(write);
  return rest > 0 ? [...lines, `- ${l10n.t('and {0} more', rest)}`] : lines;
}

function goalLines(
  { goal, items }: GoalCommits,
  { catalog, withRevenue = false }: PullRequestInput,
  options: TextOptions,
): readonly string[] {
  const view = goalView(goal, catalog);
  const url = linkTarget(goal.url);
  const key = inline(spelling(goal, options), maxTitle);
  const objective = view.ancestors.find(({ level }) => level === 'objective');
  const [reason = ''] = goal.description?.trim().split(/\n\s*\n/) ?? [];
  const details = [
    ...itemTexts([...items], options),
    inline(reason, maxReason),
    impactLine(view, withRevenue ? options : { ...options, revenue: 'hidden' }),
    standingLine(view, options),
    objective && l10n.t('Toward {0}', inline(goalName(objective, options), maxTitle)),
  ];
  const name = `${url ? `[${key}](${url})` : key} ${inline(goal.title, maxTitle)}`.trimEnd();
  return [`- **${name}**`, ...details.filter(Boolean).map((detail) => indent(`- ${detail}`))];
}

/** The items below a goal that the branch and its commits name: which part of the goal this is. */
function itemTexts(items: readonly Goal[], options: TextOptions): string[] {
  const rest = items.length - maxItems;
  const texts = items
    .slice(0, maxItems)
    .map((item) => l10n.t('This part: {0}', inline(goalName(item, options), maxTitle)));
  return rest > 0 ? [...texts, l10n.t('and {0} more', rest)] : texts;
}

function impactLine({ goal, impact }: GoalView, options: TextOptions): string {
  const sentences = impact ? impactSentences(impact.value, options) : [];
  if (!impact || sentences.length === 0) return '';
  const text = sentences.map((sentence) => inline(sentence, maxTitle)).join(' ');
  return text + from(impact.from, goal, options);
}

function standingLine({ goal, priority, rank }: GoalView, options: TextOptions): string {
  const target = targetText(goal, options)?.date;
  return [
    priority &&
      l10n.t('Priority {0}', `${rankText(rank)} ${rankName(rank)}${from(priority.from, goal, options)}`),
    target && l10n.t('target {0}', inline(target, maxTitle)),
    goal.health && healthText(goal.health).toLocaleLowerCase(options.language),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Says which goal a value is inherited from. */
function from(source: Goal, goal: Goal, options: TextOptions): string {
  return source === goal ? '' : ` (${l10n.t('from {0}', inline(spelling(source, options), maxTitle))})`;
}

function commitLines(commits: readonly SummaryCommit[]): string[] {
  return capped(commits, maxCommits, ({ sha, subject }) => [
    `- ${inline(subject, maxSubject) || l10n.t('no message')} (${sha.slice(0, 7)})`,
  ]);
}

function footer(
  goals: readonly GoalCommits[],
  { trailer, written }: Pick<PullRequestInput, 'trailer' | 'written'>,
): string {
  const keys = goals.map(({ goal }) => written(goal)).filter(isReference);
  return keys.length === 0 ? '' : tagMessage('', trailer, keys).trim();
}

function indent(line: string): string {
  return `  ${line}`;
}

/** An https address escaped so that nothing ends it early inside `(…)`. */
function linkTarget(url: string | undefined): string | undefined {
  if (url === undefined || url.length > 2000 || !URL.canParse(url)) return undefined;
  const { protocol, username, password, href } = new URL(url);
  if (protocol !== 'https:' || username || password) return undefined;
  return href.replace(/[()<>\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
