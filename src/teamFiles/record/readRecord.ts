import * as l10n from '@vscode/l10n';
import type * as z from 'zod';
import { goalRecordSchema, knownKeys, type GoalRecord } from './goalRecord';
import { Guesses } from './guesses';
import { unknownKeyText } from './unknownKeyText';
import type { Path } from './path';

/** A part of a record that is not used as written. */
interface RecordIssue {
  readonly severity: 'error' | 'warning';
  /** Empty for the record as a whole. */
  readonly path: Path;
  /** Set if the name of the field is at fault, not its value. */
  readonly isName?: true;
  readonly message: string;
}

/** The usable part of one entry; without `record`, the entry as a whole cannot be used. */
export interface RecordReading {
  readonly record?: GoalRecord;
  readonly issues: readonly RecordIssue[];
}

type Container = Record<string | number, unknown>;
type Issue = z.core.$ZodIssue;

/** An entry without these is not a goal. */
const required: ReadonlySet<unknown> = new Set(['key', 'title', 'level']);
/** How many issues of one entry are reported. */
const maxIssues = 50;
/** Removing a bad value can empty only the few levels above it. */
const maxRounds = 8;

/**
 * Reads one goal from a plain value, which it changes: removes and reports fields that cannot be used, and reads the
 * goal without them.
 *
 * @param guesses the remaining guesses for the text that contains the record
 */
export function readRecord(value: unknown, guesses = new Guesses()): RecordReading {
  if (!isContainer(value) || Array.isArray(value)) {
    const message = l10n.t(
      'An entry of the list must be a goal: a map with key, title and level. This one is left out.',
    );
    return { issues: [{ severity: 'error', path: [], message }] };
  }
  const issues: RecordIssue[] = [];
  tidy(value, [], issues, guesses);
  for (let round = 0; round < maxRounds; round += 1) {
    const result = goalRecordSchema.safeParse(value);
    if (result.success) return { record: result.data, issues: shorten(issues) };
    const faults = result.error.issues.flatMap(unfold);
    const told = new Set<string>();
    for (const { path, message } of faults) {
      // In later rounds a field is missing only because its value was bad, which has been reported.
      if (told.size > maxIssues || (round > 0 && valueAt(value, path) === undefined)) continue;
      if (!told.has(nameOf(path))) issues.push(toIssue(value, path, message));
      told.add(nameOf(path));
    }
    if (faults.some(({ path }) => path.length === 1 && required.has(path[0]))) break;
    takeOut(value, faults);
  }
  return { issues: shorten(issues) };
}

function shorten(issues: readonly RecordIssue[]): readonly RecordIssue[] {
  if (issues.length <= maxIssues) return issues;
  const message = l10n.t('This goal has more than {0} problems: the others are not listed.', maxIssues);
  const worstFirst = [...issues].sort((a, b) => a.severity.localeCompare(b.severity));
  return [...worstFirst.slice(0, maxIssues), { severity: 'warning', path: [], message }];
}

/** Removes blank fields, and those with unknown names, which it reports. */
function tidy(value: unknown, path: Path, issues: RecordIssue[], guesses: Guesses): void {
  if (!isContainer(value)) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) tidy(item, [...path, index], issues, guesses);
    return;
  }
  // If the schema allows no map here, the map itself will be reported, not its names.
  const known = knownKeys.get(path.filter((step) => typeof step === 'string').join('.'));
  for (const [name, field] of Object.entries(value)) {
    const isKnown = known?.includes(name) ?? false;
    if (!isKnown || isBlank(field)) Reflect.deleteProperty(value, name);
    if (isKnown) tidy(field, [...path, name], issues, guesses);
    else if (known && issues.length <= maxIssues && !name.startsWith('x-')) {
      const message = unknownKeyText(name, known, guesses);
      issues.push({ severity: 'warning', path: [...path, name], isName: true, message });
    }
  }
}

function isBlank(field: unknown): boolean {
  return field === null || field === undefined || (typeof field === 'string' && !field.trim());
}

/** The faults inside the form that was meant, if a field has several forms and one of them is a map. */
function unfold(issue: Issue): Pick<Issue, 'path' | 'message'>[] {
  if (issue.code !== 'invalid_union') return [issue];
  const inside = issue.errors.find((form) => form.length > 0 && form.every(({ path }) => path.length > 0));
  if (!inside) return [issue];
  return inside.flatMap(unfold).map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
}

function toIssue(record: Container, path: readonly PropertyKey[], message: string): RecordIssue {
  const isMissing = valueAt(record, path) === undefined;
  const name = nameOf(path);
  const isRequired = path.length === 1 && required.has(path[0]);
  return { severity: 'error', path: path.map(toStep), message: issueText() };

  function issueText(): string {
    if (isRequired) {
      return isMissing
        ? l10n.t('{0} is missing. The goal is left out until then.', name)
        : l10n.t('{0} {1}. The goal is left out until then.', name, message);
    }
    return isMissing
      ? l10n.t('{0} is missing. The goal is loaded without {1}.', name, nameOf(path.slice(0, -1)))
      : l10n.t('{0} {1}. The goal is loaded without it.', name, message);
  }
}

/** Removes the faulty values; if a required one is then missing, the map that needs it. */
function takeOut(record: Container, faults: readonly Pick<Issue, 'path'>[]): void {
  const doomed = new Map<Container, Set<unknown>>();
  for (const { path } of faults) {
    const gone = valueAt(record, path) === undefined ? path.slice(0, -1) : path;
    const holder = valueAt(record, gone.slice(0, -1));
    if (isContainer(holder)) doomed.set(holder, (doomed.get(holder) ?? new Set()).add(gone.at(-1)));
  }
  for (const [holder, steps] of doomed) {
    if (Array.isArray(holder)) {
      const kept: unknown[] = holder.filter((_, index) => !steps.has(index));
      holder.length = 0;
      for (const item of kept) holder.push(item);
    } else for (const step of steps) Reflect.deleteProperty(holder, String(step));
  }
}

function valueAt(record: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => {
    const isOwn = isContainer(value) && Object.hasOwn(value, step);
    return isOwn ? value[toStep(step)] : undefined;
  }, record);
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function toStep(step: PropertyKey): string | number {
  return typeof step === 'number' ? step : String(step);
}

function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('');
}
