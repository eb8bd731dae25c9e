import * as l10n from '@vscode/l10n';
import type { Goal } from '../core/goal/goal';
import { withoutEnd } from '../core/withoutEnd';
import { joinLines } from '../presentation/paragraphs';
import type { Bounds, GoalSheet } from './contract/goalSheet';

const task = /^\s*[-*+]\s+\[([ xX])\]\s+(.+)$/;
const heading = /^#{1,6}\s+(\S[^]*)$|^(?:\*\*)?([^*:]{1,60}?):?(?:\*\*)?:?$/;

/**
 * A description as paragraphs, and what bounds the goal: its own fields, and the description's first task list under
 * that list's own heading. Other task lists stay where they are.
 */
export function describedPart({
  description,
  acceptance,
  outOfScope,
}: Pick<Goal, 'description' | 'acceptance' | 'outOfScope'>): Pick<GoalSheet, 'description' | 'bounds'> {
  const told = withoutTasks(description ?? '');
  return {
    description: told.description,
    bounds: byTitle([
      ...listed(l10n.t('Done when'), 'point', acceptance),
      ...told.bounds,
      ...listed(l10n.t('Out of scope'), 'outside', outOfScope),
    ]),
  };
}

function byTitle(lists: readonly Bounds[]): Bounds[] {
  return [...new Set(lists.map(({ title }) => title))].map((title) => ({
    title,
    items: lists.filter((list) => list.title === title).flatMap(({ items }) => items),
  }));
}

function listed(title: string, mark: 'point' | 'outside', texts: readonly string[] = []): Bounds[] {
  return texts.length === 0 ? [] : [{ title, items: texts.map((text) => ({ text, mark })) }];
}

function withoutTasks(text: string): Pick<GoalSheet, 'description' | 'bounds'> {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => task.test(line));
  if (start < 0) return { description: paragraphs(lines), bounds: [] };
  const length = lines.slice(start).findIndex((line) => line.trim() !== '' && !task.test(line));
  const end = length < 0 ? lines.length : start + length;
  const titled = titleAbove(lines, start);
  return {
    description: paragraphs([...lines.slice(0, titled?.at ?? start), '', ...lines.slice(end)]),
    bounds: [
      {
        title: titled?.title ?? l10n.t('Done when'),
        items: lines.slice(start, end).flatMap((line) => {
          const [, mark = ' ', item] = task.exec(line) ?? [];
          return item === undefined ? [] : [{ text: item.trim(), mark: mark === ' ' ? 'open' : 'done' }];
        }),
      },
    ],
  };
}

function titleAbove(
  lines: readonly string[],
  start: number,
): { readonly at: number; readonly title: string } | undefined {
  const at = lines.findLastIndex((line, index) => index < start && line.trim() !== '');
  const line = lines[at]?.trim() ?? '';
  // A heading is marked as one, or ends with a colon; a sentence above a list belongs to the description.
  if (!line.startsWith('#') && !/:(?:\*\*)?$/.test(line)) return undefined;
  const [, marked, plain] = heading.exec(line) ?? [];
  const words = marked === undefined ? plain : withoutEnd(marked, '#').trimEnd();
  const title = words?.replace(/:$/, '').trim();
  return title ? { at, title } : undefined;
}

function paragraphs(lines: readonly string[]): string[] {
  return joinLines(lines.join('\n'))
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
