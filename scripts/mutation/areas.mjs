// @ts-check

/**
 * What is mutated together: the files of a folder, and the tests that should notice, without those that need long for
 * every mutant and notice little that others do not. Paths are relative to the top of the checkout.
 * @type {Readonly<Record<string, { folder: string, tests: readonly string[], without?: readonly string[] }>>}
 */
export const areas = {
  core: {
    folder: 'src/core',
    tests: [
      'test/unit/core/**/*.test.ts',
      // Here the core's faults and limits are tested together with what is said of them.
      'test/unit/presentation/faultText.test.ts',
      'test/unit/presentation/trackerErrorText.test.ts',
      'test/unit/presentation/trackerLimitText.test.ts',
    ],
    // They read hundreds of thousands of characters to see how the time grows, not what is read.
    without: ['test/unit/core/**/*rowth.test.ts'],
  },
  sync: { folder: 'src/trackers/sync', tests: ['test/unit/trackers/sync/**/*.test.ts'] },
  retag: {
    folder: 'src/git/retag',
    tests: [
      // First those that run git a few times at most.
      'test/unit/git/retag/affectedCommits.test.ts',
      'test/unit/git/retag/backupRef.test.ts',
      'test/unit/git/retag/branchCommit.test.ts',
      'test/unit/git/retag/committerIdent.test.ts',
      'test/unit/git/retag/earlierMessages.test.ts',
      'test/unit/git/retag/editText.test.ts',
      'test/unit/git/retag/goalNote.test.ts',
      'test/unit/git/retag/moveBranch.test.ts',
      'test/unit/git/retag/rawCommit.test.ts',
      'test/unit/git/retag/readObjects.test.ts',
      'test/unit/git/retag/rewritableBranch.test.ts',
      'test/unit/git/retag/rewriteChain.test.ts',
      'test/unit/git/retag/writeCommits.test.ts',
      'test/unit/git/retag/**/*.test.ts',
    ],
    // It rewords many branches, which takes half a minute.
    without: ['test/unit/git/retag/rewordProperties.test.ts'],
  },
};
