// @ts-check

/**
 * What is mutated together: the files of a folder, and the tests that should notice. Paths are relative to the top of
 * the checkout.
 * @type {Readonly<Record<string, { folder: string, tests: string }>>}
 */
export const areas = {
  core: { folder: 'src/core', tests: 'test/unit/core' },
  sync: { folder: 'src/trackers/sync', tests: 'test/unit/trackers/sync' },
  retag: { folder: 'src/git/retag', tests: 'test/unit/git/retag' },
};
