import type { VNode } from 'preact';

/** A dot between two words on a line; not read aloud. */
export function Dot(): VNode {
  return (
    <>
      {' '}
      <span class="dot" aria-hidden="true">
        ·
      </span>{' '}
    </>
  );
}
