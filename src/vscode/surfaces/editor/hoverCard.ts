import { l10n, type MarkdownString } from 'vscode';
import type { Goal } from '../../../core/goal/goal';
import type { CardLine } from '../../../presentation/goalCard';
import type { LineTrailText } from '../../../presentation/lineTrail';
import { commands, hiddenCommands } from '../../ids';
import { markdownText } from '../../markdownText';
import { cardMarkdown } from '../cardMarkdown';

/** A line's way to its goal, and where its commit is. */
export interface ShownTrail {
  readonly text: LineTrailText;
  /** The repository's folder, as a URI. */
  readonly root: string;
}

/** Where a hover is: a document's address and a line, from 0. */
export interface HoverPlace {
  readonly uri: string;
  readonly line: number;
}

/** A link below a card: one of our own commands, and what it is given. */
interface CardLink {
  readonly label: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

/** The only commands that a card can run. */
const enabledCommands = [hiddenCommands.readGoal, hiddenCommands.showCommit, commands.askOwner];

/** The card of a goal in a hover, below it how the line leads there, and what can be done. */
export function hoverCard(
  goal: Goal,
  card: readonly CardLine[],
  place: HoverPlace,
  trail?: ShownTrail,
): MarkdownString {
  const markdown = cardMarkdown(card);
  const links = linksOf(goal, place).map(linkMarkdown).join(' | ');
  const paragraphs = [...(trail ? ['---', ...trailParagraphs(trail)] : []), links];
  markdown.appendMarkdown(`\n\n${paragraphs.join('\n\n')}`);
  markdown.isTrusted = { enabledCommands };
  return markdown;
}

function linksOf({ key, url }: Goal, { uri, line }: HoverPlace): CardLink[] {
  const ask = { command: commands.askOwner, arguments: [key, uri, line] };
  return [
    { label: l10n.t('Read goal'), command: hiddenCommands.readGoal, arguments: [key] },
    ...(url === undefined ? [] : [{ label: l10n.t('Ask the owner'), ...ask }]),
  ];
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
  // What encodeURIComponent leaves as it is could end the link too early.
  const query = encodeURIComponent(JSON.stringify(values)).replace(
    /[()'*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `[${markdownText(label)}](command:${command}?${query})`;
}
