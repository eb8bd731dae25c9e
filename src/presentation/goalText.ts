import * as l10n from '@vscode/l10n';
import type { Goal, Health, Level, Rank } from '../core/goal/goal';
import type { TextOptions } from './textOptions';

/** What decides how goals are spelled. */
export type Spelling = Pick<TextOptions, 'spell'>;

const maxNameLength = 120;

/** "P1" to "P4"; a dash if no priority is set. */
export function rankText(rank: Rank): string {
  return rank === 0 ? '–' : `P${rank}`;
}

/** A rank in words. */
export function rankName(rank: Rank): string {
  switch (rank) {
    case 1:
      return l10n.t('Urgent');
    case 2:
      return l10n.t('High');
    case 3:
      return l10n.t('Medium');
    case 4:
      return l10n.t('Low');
    case 0:
      return l10n.t('Priority not set');
  }
}

/** A level in words. */
export function levelText(level: Level): string {
  switch (level) {
    case 'objective':
      return l10n.t('Objective');
    case 'initiative':
      return l10n.t('Initiative');
    case 'epic':
      return l10n.t('Epic');
    case 'item':
      return l10n.t('Item');
  }
}

/** A level within a line, as its language writes it there: "epic", but "Epic" in German. */
export function levelWithin(level: Level): string {
  switch (level) {
    case 'objective':
      return l10n.t('objective');
    case 'initiative':
      return l10n.t('initiative');
    case 'epic':
      return l10n.t('epic');
    case 'item':
      return l10n.t('item');
  }
}

/** A health in words. */
export function healthText(health: Health): string {
  switch (health) {
    case 'onTrack':
      return l10n.t('On track');
    case 'atRisk':
      return l10n.t('At risk');
    case 'offTrack':
      return l10n.t('Off track');
  }
}

/** How a goal is written: as its tracker shows it in the current repository. */
export function spelling(goal: Goal, { spell }: Spelling): string {
  return spell?.(goal) ?? goal.key;
}

/** The spelling of a goal for a page that has its key; empty if it is the same. */
export function otherSpelling(goal: Goal, options: Spelling): { reference?: string } {
  const reference = spelling(goal, options);
  return reference === goal.key ? {} : { reference };
}

/** How a goal is named in a sentence or a list: its spelling and title. */
export function goalName(goal: Goal, options: Spelling = {}): string {
  return `${spelling(goal, options)} ${goal.title}`;
}

/** A goal's spelling and title as one line of plain text; icons in a title are the tracker's text, and not drawn. */
export function shownName(goal: Goal, options: Spelling = {}): string {
  return ellipsis(goalName(goal, options).replace(/\s+/g, ' '), maxNameLength).replaceAll('$(', '$ (');
}

/**
 * Shortens a text to at most `length` characters, with an ellipsis; never splits a character, nor a word unless that
 * would cost a third of the text.
 */
export function ellipsis(text: string, length: number): string {
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  const kept = characters.slice(0, length - 1);
  const wordEnd = characters.slice(0, length).lastIndexOf(' ');
  return `${kept
    .slice(0, wordEnd > (length * 2) / 3 ? wordEnd : kept.length)
    .join('')
    .trimEnd()}…`;
}
