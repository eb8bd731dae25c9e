import type { Connection } from '../../connection/connection';

/** What is closed and has not changed for this long is no longer a goal that code is written for. */
const recent = 'updated >= "-180d"';

type Scope = Pick<Connection, 'follow' | 'query'>;

/**
 * Everything that is followed, in an order that no change disturbs. Jira Cloud refuses an unbounded query, so if
 * nothing is followed, it covers only what changed lately.
 */
export function wholeQuery(scope: Scope): string {
  const age = scope.follow?.length ? `(statusCategory != Done OR ${recent})` : recent;
  return `${conditions(scope, age)} ORDER BY created ASC, key ASC`;
}

/** What is followed and changed within the last minutes, the oldest change first. */
export function changesQuery(scope: Scope, minutes: number): string {
  return `${conditions(scope, `updated >= "-${minutes}m"`)} ORDER BY updated ASC, key ASC`;
}

/** Issues by key, wherever they are. */
export function keysQuery(keys: readonly string[]): string {
  return `issuekey in (${keys.map(jqlText).join(', ')})`;
}

/** The minutes from a moment until now, as many as are needed to reach back to it. */
export function minutesSince(since: number, now: number): number {
  return Math.max(1, Math.ceil((now - since) / 60_000));
}

/**
 * A text in JQL, where a backslash escapes.
 * https://support.atlassian.com/jira-software-cloud/docs/use-advanced-search-with-jira-query-language-jql/
 */
export function jqlText(text: string): string {
  const escaped = text.replace(/[\\"]/g, '\\$&').replace(/[\0-\x1F\x7F]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}

function conditions({ follow, query }: Scope, age: string): string {
  const projects = follow?.length ? `project in (${follow.map(jqlText).join(', ')})` : undefined;
  const own = query === undefined ? '' : withoutOrder(query);
  return [projects, age, own === '' ? undefined : `(${own})`].filter(Boolean).join(' AND ');
}

/** People copy their query from Jira, including its order at the end. */
function withoutOrder(query: string): string {
  return query.replace(/\border\s+by\b[^"']*$/i, '').trim();
}
