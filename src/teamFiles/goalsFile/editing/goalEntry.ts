import type { Level } from '../../../core/goal/goal';

/** The content of a new entry in a goals file; what is left out is not written. */
export interface NewGoal {
  readonly key: string;
  readonly title: string;
  readonly level: Level;
  readonly parent?: string;
  readonly status?: 'active';
  readonly priority?: 1 | 2 | 3 | 4;
  readonly owner?: string;
  readonly customers?: number;
  readonly quote?: string;
}

/** The lines of an entry, without indentation; the first begins with the dash. */
export function entryLines(goal: NewGoal): string[] {
  const { key, title, level, parent, status, priority, owner, customers, quote } = goal;
  const impact = [
    ...(customers === undefined ? [] : [`    customers: ${customers}`]),
    ...(quote === undefined ? [] : ['    quotes:', `      - text: ${scalar(quote)}`]),
  ];
  return [
    `- key: ${scalar(key)}`,
    `  title: ${scalar(title)}`,
    `  level: ${level}`,
    ...(parent === undefined ? [] : [`  parent: ${scalar(parent)}`]),
    ...(status === undefined ? [] : [`  status: ${status}`]),
    ...(priority === undefined ? [] : [`  priority: ${priority}`]),
    ...(owner === undefined ? [] : [`  owner: ${scalar(owner)}`]),
    ...(impact.length > 0 ? ['  impact:', ...impact] : []),
  ];
}

/** Text as YAML: plain if that is safe beyond doubt, else in quotes; a JSON string is also valid YAML. */
function scalar(text: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{N} .,_()/+-]*$/u.test(text) &&
    !/\s$|^(true|false|null|yes|no|on|off|y|n|nan)$/i.test(text);
  return isPlain
    ? text
    : JSON.stringify(text).replace(
        /[\u0085\u2028\u2029\ufeff]/g,
        (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
}

/** The key after the highest number of the project that most keys have; `GOAL-1` if there is none. */
export function nextKey(keys: readonly string[]): string {
  const projects = new Map<string, { count: number; highest: number }>();
  for (const key of keys) {
    const [, project, number] = /^(.*\D)(\d+)$/.exec(key) ?? [];
    if (project === undefined) continue;
    const { count, highest } = projects.get(project) ?? { count: 0, highest: 0 };
    projects.set(project, { count: count + 1, highest: Math.max(highest, Number(number)) });
  }
  const [most] = [...projects].sort(([, a], [, b]) => b.count - a.count);
  return most ? `${most[0]}${most[1].highest + 1}` : 'GOAL-1';
}
