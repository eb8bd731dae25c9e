import * as l10n from '@vscode/l10n';
import { fenced, longestNonce, nonceFor } from '../core/brief/fence';
import { tokensAtMost } from '../core/brief/tokenBound';
import { untrusted } from '../core/brief/untrusted';
import { defaultSeverities } from '../core/check/checkRules';
import { declaredIntent, type DeclaredIntent, type IntentVerdict } from '../core/check/declaredIntent';
import { initiativesOf } from '../core/links/servedGoals';
import type { Goal } from '../core/goal/goal';
import { isUnconfirmed } from '../core/links/branchLinks';
import { dataNote } from '../presentation/brief/goalBrief';
import { checkReport } from '../presentation/check/checkReport';
import { goalName } from '../presentation/goalText';
import type { TextOptions } from '../presentation/textOptions';
import type { Workspace } from '../workspace/workspace';
import { newNonce, type AgentAnswer } from './agentAnswer';

/** What to know about a change before it is committed, and about the commits before it. */
export interface ChangeRecord {
  readonly verdict: IntentVerdict;
  /** The keys of the initiatives that the branch serves. */
  readonly goals: readonly string[];
  /** The trailer for the commit; null if the branch serves no goal for certain. */
  readonly trailer: string | null;
  readonly files: { readonly inside: number; readonly outside: number; readonly unmapped: number };
  /** Files that belong to other goals. */
  readonly strays: readonly { readonly path: string; readonly goals: readonly string[] }[];
  /** The problems of the commits since the base, worst first. */
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly text: string }[];
  /** How many findings are left out. */
  readonly more: number;
}

/** Where checking starts; the default branch of `origin` unless given. */
export interface ChangeRequest {
  readonly base?: string | undefined;
}

/** The most tokens (o200k) that comparing the intent with the change may take. */
const intentTokens = 120;

const maxStrays = 5;
const maxFindings = 5;
const defaultBase = 'refs/remotes/origin/HEAD';

/**
 * Which goal the current change serves and whether its files belong to it, before it is committed; and what is wrong
 * with the commits since `base`, by default the default branch of `origin`.
 *
 * @throws {LandingError} {GitError} and the signal's reason
 */
export async function changeAnswer(
  workspace: Workspace,
  { base }: ChangeRequest,
  options: TextOptions,
  signal?: AbortSignal,
): Promise<AgentAnswer<ChangeRecord>> {
  const { catalog, references, pathMap, rules } = workspace;
  const [{ goals: served }, changes, found] = await Promise.all([
    workspace.goalsOfBranch(),
    workspace.changes(signal),
    findingsSince(workspace, base, signal),
  ]);
  const staged = changes.filter(({ isStaged }) => isStaged);
  const paths = (staged.length > 0 ? staged : changes).map(({ path }) => path);
  const declared = initiativesOf(served);
  const intent = declaredIntent({ declared, paths, pathMap, catalog, home: references.home });
  const certain = served.filter(({ link }) => !isUnconfirmed(link));
  const tags = initiativesOf(certain).map((goal) => references.spellingOf(goal));
  const trailer = tags.length > 0 ? untrusted(`${rules.trailer}: ${tags.join(', ')}`, 160) : null;
  const findings = found.slice(0, maxFindings).map(({ rule, severity, text }) => ({
    rule,
    severity,
    text: untrusted(text, 200),
  }));
  const record: ChangeRecord = {
    verdict: intent.verdict,
    goals: declared.map(({ key }) => untrusted(key, 64)),
    trailer,
    files: { inside: intent.inside.length, outside: intent.strays.length, unmapped: intent.unmapped.length },
    strays: intent.strays.slice(0, maxStrays).map(({ path, keys }) => ({
      path: untrusted(path, 160),
      goals: keys.slice(0, maxStrays).map((key) => untrusted(key, 64)),
    })),
    findings,
    more: found.length - findings.length,
  };
  const lines = intentLines(intent, { declared, trailer, isStaged: staged.length > 0 }, options);
  const more = record.more > 0 ? [l10n.t('Findings: {0} more', record.more)] : [];
  const all = [...lines, ...findings.map(({ text }) => l10n.t('Finding: {0}', text)), ...more];
  return { text: fenced(all, dataNote(), nonceFor(all.join('\n'), newNonce)), record };
}

type CheckLines = ReturnType<typeof checkReport>['findings'];

async function findingsSince(
  workspace: Workspace,
  base: string | undefined,
  signal?: AbortSignal,
): Promise<CheckLines> {
  const from = base ?? (await workspace.commitAt(defaultBase, signal));
  if (from === undefined || workspace.checkout?.head === undefined) return [];
  const team = await workspace.reportFile();
  const { bots = [], rules = {} } = 'message' in team ? {} : team;
  const given = Object.fromEntries(Object.entries(rules).filter(([, severity]) => severity !== undefined));
  const severities = { ...defaultSeverities, ...given };
  const read = await workspace.check(
    { base: from, head: 'HEAD', bots, message: undefined, severities },
    signal,
  );
  if (!read) return [];
  const { findings } = checkReport(read, workspace.rules.trailer);
  return [...findings].sort((a, b) => a.severity.localeCompare(b.severity));
}

interface IntentFacts {
  /** The initiatives that the branch serves. */
  readonly declared: readonly Goal[];
  readonly trailer: string | null;
  readonly isStaged: boolean;
}

/** How many paths to name, and how long a name may be, in decreasing order. */
const rooms = [
  { names: 3, length: 80, withTrailer: true },
  { names: 2, length: 80, withTrailer: true },
  { names: 1, length: 80, withTrailer: true },
  { names: 1, length: 40, withTrailer: true },
  { names: 1, length: 40, withTrailer: false },
  { names: 0, length: 40, withTrailer: true },
  { names: 0, length: 16, withTrailer: true },
  { names: 0, length: 16, withTrailer: false },
] as const;

/**
 * The declared intent against the change, in at most 120 tokens including its marks: numbers replace names to save
 * room.
 */
function intentLines(intent: DeclaredIntent, facts: IntentFacts, options: TextOptions): string[] {
  for (const room of rooms) {
    const lines = linesWith(intent, facts, room, options);
    if (tokensAtMost(fenced(lines, dataNote(), longestNonce)) <= intentTokens) return lines;
  }
  return [verdictText(intent.verdict)];
}

function linesWith(
  intent: DeclaredIntent,
  { declared, trailer, isStaged }: IntentFacts,
  { names, length, withTrailer }: (typeof rooms)[number],
  options: TextOptions,
): string[] {
  const total = intent.inside.length + intent.strays.length + intent.unmapped.length;
  const [first, ...others] = declared;
  const more = others.length > 0 ? ` (+${others.length})` : '';
  const strays = intent.strays
    .slice(0, names)
    .map(({ path, keys }) => `${untrusted(path, length)} → ${untrusted(keys.join(', '), 40)}`);
  const unnamed = intent.strays.length - strays.length;
  const rest = unnamed > 0 && strays.length > 0 ? ` (+${unnamed})` : '';
  return [
    l10n.t(
      'Intent: {0}',
      first ? untrusted(goalName(first, options), length) + more : l10n.t('no goal is linked'),
    ),
    isStaged
      ? l10n.t('Staged files: {0}, outside: {1}, no rule: {2}', ...counts(total, intent))
      : l10n.t('Changed files: {0}, outside: {1}, no rule: {2}', ...counts(total, intent)),
    ...(strays.length > 0 ? [l10n.t('Outside: {0}', strays.join('; ') + rest)] : []),
    ...(trailer !== null && withTrailer && trailer.length <= length
      ? [l10n.t('Trailer for the commit: {0}', trailer)]
      : []),
    verdictText(intent.verdict),
  ];
}

function counts(total: number, { strays, unmapped }: DeclaredIntent): [number, number, number] {
  return [total, strays.length, unmapped.length];
}

function verdictText(verdict: IntentVerdict): string {
  switch (verdict) {
    case 'noChange':
      return l10n.t('Verdict: nothing is changed.');
    case 'noGoal':
      return l10n.t('Verdict: no goal declared. Ask which one it serves.');
    case 'fits':
      return l10n.t('Verdict: the change stays within its goal.');
    case 'strays':
      return l10n.t('Verdict: it strays. Split the change, or say why.');
    case 'unmapped':
      return l10n.t('Verdict: no path rule for these files; judge for yourself.');
  }
}
