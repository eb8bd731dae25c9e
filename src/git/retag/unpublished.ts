/**
 * Arguments for `rev-list` and `log` that leave out what others may have: what is on a remote-tracking branch of any
 * remote, or in a tag. `--end-of-options` and the range come next.
 */
export const unpublishedOnly = ['--not', '--remotes', '--tags', '--not'] as const;
