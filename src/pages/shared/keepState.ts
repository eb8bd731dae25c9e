import type { Host } from './host';

/** Long enough that a scroll is kept once, in milliseconds. */
const keepAfterMs = 100;

/**
 * Keeps what a page shows, at the latest when it is hidden. The answer is to be called whenever there is something new.
 *
 * @param kept what is to be there again when the page comes back; undefined before there is anything
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
  // Scrolling does not bubble, wherever it is.
  document.addEventListener('scroll', keepSoon, { passive: true, capture: true });
  document.addEventListener('focusin', keepSoon);
  document.addEventListener('visibilitychange', keepNow);
  window.addEventListener('pagehide', keepNow);
  return keepSoon;
}
