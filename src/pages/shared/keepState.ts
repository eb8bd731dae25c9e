import type { Host } from './host';

/** In milliseconds; long enough that a scroll is saved once. */
const keepAfterMs = 100;

/**
 * Saves what a page shows, at the latest when it is hidden. Call the returned function whenever something has changed.
 *
 * @param kept what to restore when the page comes back; undefined before there is anything
 */
export function keepState(host: Pick<Host<unknown>, 'keep'>, kept: () => unknown): () => void {
  let timer: number | undefined;
  const keepNow = (): void => {
    window.clearTimeout(timer);
    timer = undefined;
    const state = kept();
    if (state !== undefined) host.keep(state);
  };
  const keepSoon = (): void => {
    timer ??= window.setTimeout(keepNow, keepAfterMs);
  };
  // Scroll events do not bubble, whatever scrolls.
  document.addEventListener('scroll', keepSoon, { passive: true, capture: true });
  document.addEventListener('focusin', keepSoon);
  document.addEventListener('visibilitychange', keepNow);
  window.addEventListener('pagehide', keepNow);
  return keepSoon;
}
