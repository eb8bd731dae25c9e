import type { JiraLink } from './jiraSchemas';

type LinkType = JiraLink['type'];
type End = 'inward' | 'outward';

/** The issues that an issue is linked to, by what the links mean. */
export interface LinkedIssues {
  readonly blockedBy: readonly string[];
  readonly blocks: readonly string[];
  /** The ideas of Product Discovery that delivery work implements. */
  readonly implemented: readonly string[];
}

const blockedBy = /\bblocked by\b/i;
const blocks = /^\s*blocks\b/i;
const implement = /^\s*implements\b/i;
/** Blocking, as languages from German to Portuguese spell it. */
const blockingName = /^\s*(?:block|bloqu|blocc|blok)/i;

/**
 * Reads the links of an issue. A link reads "this issue `inward` the inward issue", or the same with `outward`. The words
 * are the site's own: where neither is English, the type's name says what it is, and its direction who blocks whom.
 */
export function linkedIssues(links: readonly JiraLink[] | null | undefined): LinkedIssues {
  const keysOf = (is: (type: LinkType, end: End) => boolean): string[] =>
    (links ?? []).flatMap(({ type, inwardIssue, outwardIssue }) => [
      ...(inwardIssue && is(type, 'inward') ? [inwardIssue.key] : []),
      ...(outwardIssue && is(type, 'outward') ? [outwardIssue.key] : []),
    ]);
  return {
    blockedBy: keysOf(
      (type, end) => blockedBy.test(type[end] ?? '') || (end === 'inward' && isForeignBlock(type)),
    ),
    blocks: keysOf(
      (type, end) => blocks.test(type[end] ?? '') || (end === 'outward' && isForeignBlock(type)),
    ),
    implemented: keysOf((type, end) => implement.test(type[end] ?? '')),
  };
}

/** Whether links of a type block, as only its name tells. */
function isForeignBlock({ name, inward, outward }: LinkType): boolean {
  const isEnglish = [inward, outward].some(
    (words) => blockedBy.test(words ?? '') || blocks.test(words ?? ''),
  );
  return blockingName.test(name ?? '') && !isEnglish;
}
