import type { VNode } from 'preact';
import './track.css';

interface TrackProps {
  /** 0 to 1. */
  readonly fraction: number;
  /**
   * What it measures and how far that is; without it, the track is decoration, and the text next to it says the same.
   */
  readonly progress?: { readonly name: string; readonly text: string };
}

/** Progress as a bar. */
export function Track({ fraction, progress }: TrackProps): VNode {
  const meaning = progress
    ? {
        role: 'progressbar' as const,
        'aria-label': progress.name,
        'aria-valuemin': 0,
        'aria-valuemax': 100,
        'aria-valuenow': Math.round(fraction * 100),
        'aria-valuetext': progress.text,
      }
    : { 'aria-hidden': true };
  // Preact sets it through the object model, as the page's policy forbids style attributes.
  return <div class="track" style={{ '--fraction': String(fraction) }} {...meaning} />;
}
