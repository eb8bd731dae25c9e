import { l10n, MarkdownString } from 'vscode';
import type { GoalCard } from '../../../presentation/goalCard';
import type { LineTrailText } from '../../../presentation/lineTrail';
import { commands, hiddenCommands } from '../../ids';
import { markdownText } from '../../markdownText';

/** A link below a card: one of our own commands and its arguments. */
export interface CardLink {
  readonly label: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

/** A line's trail to its goal, and where its commit is. */
export interface ShownTrail {
  readonly text: LineTrailText;
  /** The repository's folder, as a URI. */
  readonly root: string;
}

/** The only commands a card can run. */
const enabledCommands = [
  ...[hiddenCommands.readGoal, hiddenCommands.showCommit],
  ...[commands.askOwner, commands.copyGoalBrief],
];

/**
 * Renders a card as Markdown, with the line's trail below it. Foreign text goes through `markdownText`, so its markup
 * and icons have no effect.
 */
export function cardMarkdown(card: GoalCard, links: readonly CardLink[], trail?: ShownTrail): MarkdownString {
  const paragraphs = [...cardParagraphs(card), ...(trail ? ['---', ...trailParagraphs(trail)] : [])];
  const text = new MarkdownString([...paragraphs, links.map(linkMarkdown).join(' · ')].join('\n\n'), true);
  text.isTrusted = { enabledCommands };
  return text;
}

/** The links below a goal's card. */
export function goalLinks(card: GoalCard, askArguments: readonly unknown[]): CardLink[] {
  return [
    { label: l10n.t('Read goal'), command: hiddenCommands.readGoal, arguments: [card.key] },
    ...(card.hasUrl || card.hasOwner
      ? [{ label: l10n.t('Ask the owner'), command: commands.askOwner, arguments: askArguments }]
      : []),
    { label: l10n.t('Copy brief'), command: commands.copyGoalBrief, arguments: [card.key] },
  ];
}

function cardParagraphs({ title, spelling, warning, facts, reason, impact }: GoalCard): string[] {
  return [
    named(title, spelling),
    ...(warning === undefined ? [] : [`$(warning) ${markdownText(warning)}`]),
    ...(facts === '' ? [] : [markdownText(facts)]),
    ...(reason ? [`$(type-hierarchy) ${named(reason.title, reason.spelling)}`] : []),
    ...(impact === '' ? [] : [`$(organization) ${markdownText(impact)}`]),
  ];
}

function named(title: string, spelling: string): string {
  return `**${markdownText(title)}** ${markdownText(spelling)}`;
}

function trailParagraphs({ text: { line, commit, rest, how }, root }: ShownTrail): string[] {
  const way = markdownText(how === undefined ? rest : `${rest} (${how})`);
  if (!commit) return [`${markdownText(line)} → ${way}`];
  const show = {
    label: commit.short,
    command: hiddenCommands.showCommit,
    arguments: [root, commit.sha],
  };
  return [
    ...(commit.subject === '' ? [] : [`$(git-commit) ${markdownText(commit.subject)}`]),
    `${markdownText(line)} → ${linkMarkdown(show)}, ${way}`,
  ];
}

function linkMarkdown({ label, command, arguments: values }: CardLink): string {
  // The characters that encodeURIComponent leaves alone could end the link early.
  const query = encodeURIComponent(JSON.stringify(values)).replace(
    /[()'*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `[${markdownText(label)}](command:${command}?${query})`;
}
