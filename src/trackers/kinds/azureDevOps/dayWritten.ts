const hour = 60 * 60_000;

/**
 * The day that a person chose. Azure DevOps keeps it as their midnight in UTC, without saying where they are:
 * 22:00 of the day before in Paris' summer, 08:00 in Seattle. The offsets of zones run from -10 hours
 * (Hawaii) to +13 (Auckland), save for a few islands.
 */
export function dayWritten(time: string | null | undefined): string | undefined {
  const utc = /^\d{4}-/.test(time ?? '') ? Date.parse(time ?? '') : NaN;
  return Number.isNaN(utc) ? undefined : new Date(utc + 13 * hour).toISOString().slice(0, 10);
}
