/**
 * Arguments of `rev-list` and `log` that leave out what others may have: what a remote-tracking branch of any
 * remote holds, and what a tag holds. `--end-of-options` and the range come next.
 */
export const unpublishedOnly = ['--not', '--remotes', '--tags', '--not'] as const;
