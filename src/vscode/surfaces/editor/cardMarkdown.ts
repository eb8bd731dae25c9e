import { l10n, MarkdownString } from 'vscode';
import type { GoalCard } from '../../../presentation/goalCard';
import type { LineTrailText } from '../../../presentation/lineTrail';
import { commands, hiddenCommands } from '../../ids';

/** A link below a card: one of our own commands, and what it is given. */
export interface CardLink {
  readonly label: string;
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

/** The only commands that a card can run. */
const enabledCommands = [hiddenCommands.readGoal, hiddenCommands.showCommit, commands.askOwner];

/**
 * A card, and below it how a line leads there, as Markdown. What others wrote goes through `appendText`, which leaves no
 * markup and no icon of theirs at work.
 */
export function cardMarkdown(
  card: GoalCard | undefined,
  links: readonly CardLink[],
  trail?: ShownTrail,
): MarkdownString {
  const text = new MarkdownString(undefined, true);
  text.isTrusted = { enabledCommands };
  if (card) appendCard(text, card);
  if (card && trail) text.appendMarkdown('\n\n---\n\n');
  if (trail) appendTrail(text, trail);
  if (links.length > 0) text.appendMarkdown(`\n\n${links.map(linkMarkdown).join(' | ')}`);
  return text;
}

/** A line's way to its goal, and where its commit is. */
export interface ShownTrail {
  readonly text: LineTrailText;
  /** The repository's folder, as a URI. */
  readonly root: string;
}

/** Adds a line's way to its goal to a tooltip or a card. */
export function appendTrail(to: MarkdownString, { text, root }: ShownTrail): void {
  const { line, commit, rest, how } = text;
  if (commit?.subject) {
    to.appendMarkdown('$(git-commit) ');
    to.appendText(commit.subject);
    to.appendMarkdown('\n\n');
  }
  to.appendText(`${line} → `);
  if (commit) {
    const show = { label: commit.short, command: hiddenCommands.showCommit, arguments: [root, commit.sha] };
    to.appendMarkdown(`${linkMarkdown(show)}, `);
  }
  to.appendText(how === undefined ? rest : `${rest} (${how})`);
}

/** The links below a goal's card. */
export function goalLinks(card: GoalCard, askArguments: readonly unknown[]): CardLink[] {
  return [
    { label: l10n.t('Read goal'), command: hiddenCommands.readGoal, arguments: [card.key] },
    ...(card.hasUrl
      ? [{ label: l10n.t('Ask the owner'), command: commands.askOwner, arguments: askArguments }]
      : []),
  ];
}

function appendCard(to: MarkdownString, card: GoalCard): void {
  to.appendMarkdown('**');
  to.appendText(card.title);
  to.appendMarkdown('** ');
  to.appendText(card.spelling);
  const line = (icon: string, text: string | undefined): void => {
    if (!text) return;
    to.appendMarkdown(`\n\n${icon}`);
    to.appendText(text);
  };
  line('$(warning) ', card.warning);
  line('', card.facts);
  if (card.reason) {
    to.appendMarkdown('\n\n$(type-hierarchy) **');
    to.appendText(card.reason.title);
    to.appendMarkdown('** ');
    to.appendText(card.reason.spelling);
  }
  line('$(organization) ', card.impact);
}

function linkMarkdown({ label, command, arguments: values = [] }: CardLink): string {
  // What encodeURIComponent leaves as it is could end the link too early.
  const query = encodeURIComponent(JSON.stringify(values)).replace(
    /[()'*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `[${label}](command:${command}${values.length === 0 ? '' : `?${query}`})`;
}
