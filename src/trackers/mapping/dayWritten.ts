const hour = 60 * 60_000;

/**
 * The day that a person chose, of a tracker that keeps their midnight in UTC, without their time zone: 22:00 of the day
 * before in summer in Paris, 08:00 in Seattle. Offsets run from -10 hours (Hawaii) to +13 (Auckland), except for a few
 * islands.
 */
export function dayWritten(time: string | null | undefined): string | undefined {
  const utc = /^\d{4}-/.test(time ?? '') ? Date.parse(time ?? '') : NaN;
  return Number.isNaN(utc) ? undefined : new Date(utc + 13 * hour).toISOString().slice(0, 10);
}
