import { withoutEnd } from '../withoutEnd';
import type { Goal } from './goal';

/** What bounds a goal: when it is reached, and what does not belong to it. */
export type GoalBounds = Required<Pick<Goal, 'acceptance' | 'outOfScope'>>;

const titles: readonly (readonly [keyof GoalBounds, RegExp])[] = [
  [
    'acceptance',
    /^(?:acceptance(?: criteria| criterion)?|definition of done|done when|success criteria|dod)$/i,
  ],
  [
    'outOfScope',
    /^(?:out of scope|not in scope|non-?goals?|exclusions?|what we (?:are not|aren't|won't) do(?:ing)?)$/i,
  ],
];

/**
 * A line that heads a section: `## Out of scope`, `**Definition of done**`, `h3. Done when`, `Acceptance criteria:`.
 */
const marked = /^(?:#{1,6}|h[1-6]\.)\s+(\S[^]*)$|^(?:\*\*|__|\*)([^*_]+?)(?:\*\*|__|\*):?$/;
const colon = /^([^:.!?]{3,40}):$/;
const entry = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(.+)$/;
const maxEntries = 50;

/**
 * When a goal is reached and what does not belong to it: its own fields, else what its description says under a heading
 * such as "Acceptance criteria", "Definition of done" or "Out of scope".
 */
export function goalBounds({
  acceptance,
  outOfScope,
  description,
}: Pick<Goal, 'acceptance' | 'outOfScope' | 'description'>): GoalBounds {
  const own = { acceptance: acceptance ?? [], outOfScope: outOfScope ?? [] };
  if (description === undefined || (own.acceptance.length > 0 && own.outOfScope.length > 0)) return own;
  const found = describedSections(description);
  return {
    acceptance: own.acceptance.length > 0 ? own.acceptance : found.acceptance,
    outOfScope: own.outOfScope.length > 0 ? own.outOfScope : found.outOfScope,
  };
}

/**
 * A description without headings and without the sections that `goalBounds` finds in it: what it says about the goal
 * itself.
 */
export function describedReason(description: string): string {
  return linesOf(description)
    .filter(({ section, title }) => section === undefined && title === undefined)
    .map(({ text }) => text)
    .join('\n')
    .trim();
}

function describedSections(description: string): GoalBounds {
  const lines = linesOf(description).filter(({ title, text }) => title === undefined && text.trim() !== '');
  const entriesOf = (section: keyof GoalBounds): string[] => {
    const own = lines.filter((line) => line.section === section).map(({ text }) => text);
    const listed = own.flatMap((text) => entry.exec(text)?.[1] ?? []);
    return (listed.length > 0 ? listed : own).map((text) => text.trim()).slice(0, maxEntries);
  };
  return { acceptance: entriesOf('acceptance'), outOfScope: entriesOf('outOfScope') };
}

interface DescribedLine {
  readonly text: string;
  /** The section that it belongs to or heads. */
  readonly section?: keyof GoalBounds;
  /** The heading's text, if it is one. */
  readonly title?: string;
}

function linesOf(description: string): DescribedLine[] {
  let section: keyof GoalBounds | undefined;
  return description.split('\n').map((text) => {
    const title = titleIn(text.trim());
    if (title !== undefined) section = titles.find(([, names]) => names.test(title))?.[0];
    return { text, ...(section && { section }), ...(title !== undefined && { title }) };
  });
}

/** Any marked heading ends a section; a line with a colon is a heading only if it names a section. */
function titleIn(line: string): string | undefined {
  const [, heading, strong] = marked.exec(line) ?? [];
  const plain = colon.exec(line)?.[1];
  const words = heading === undefined ? (strong ?? plain) : withoutEnd(heading, '#').trimEnd();
  const title =
    words &&
    withoutEnd(words, '*_:')
      .replace(/^[*_]+/, '')
      .trim();
  if (title === undefined) return titles.some(([, names]) => names.test(line)) ? line : undefined;
  return plain !== undefined && !titles.some(([, names]) => names.test(title)) ? undefined : title;
}
