// @ts-check

/** A release cannot be prepared; the message says why, and the next step. */
export class ReleaseError extends Error {
  /** @override */
  name = 'ReleaseError';
}
