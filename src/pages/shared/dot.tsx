import type { VNode } from 'preact';

/** A dot between two words on a line; screen readers skip it. */
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
