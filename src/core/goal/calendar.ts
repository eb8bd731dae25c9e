/** A span of days as a plan names it. */
export interface Period {
  /** The last day of the span, an ISO date (`2026-12-31`). */
  readonly lastDay: string;
  /** The span's name if it is longer than a day (`2026-Q4`). */
  readonly label?: string;
}

/** Parses a day, month, quarter, half-year or year (`2026-12-12`, `2026-12`, `2026-Q4`, `2026-H2`, `2026`). */
export function parsePeriod(text: string): Period | undefined {
  const match = /^([1-9]\d{3})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4])|H([12])))?$/i.exec(text);
  if (!match) return undefined;
  const [label, year, month, day, quarter, half] = match;
  if (day !== undefined) return isDay(label) ? { lastDay: label } : undefined;
  const lastMonth = month ?? (quarter ? Number(quarter) * 3 : half ? Number(half) * 6 : 12);
  if (Number(lastMonth) < 1 || Number(lastMonth) > 12) return undefined;
  return { lastDay: isoDay(Date.UTC(Number(year), Number(lastMonth), 0)), label: label.toUpperCase() };
}

/** Converts an ISO date, or date and time, to an ISO timestamp in UTC; a time without a zone is taken as UTC. */
export function parseTimestamp(text: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i.exec(
    text,
  );
  if (!match?.[1] || !isDay(match[1])) return undefined;
  const zone = (match[3] ?? 'Z').toUpperCase().replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const time = Date.parse(`${match[1]}T${match[2] ?? '00:00'}${zone}`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** `Date.parse` alone would turn 30 February into a day in March. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && isoDay(time) === text;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
