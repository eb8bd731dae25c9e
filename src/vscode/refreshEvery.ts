/**
 * How old a tracker's goals may get while somebody is looking, in milliseconds: from a minute to a day. VS Code passes on
 * whatever stands in a person's settings.
 */
export function refreshEvery(minutes: unknown): number {
  const usable = typeof minutes === 'number' && Number.isFinite(minutes) ? minutes : 5;
  return Math.min(Math.max(usable, 1), 24 * 60) * 60_000;
}
