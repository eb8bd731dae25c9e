// @ts-check
// A mutant is killed by the change, not by the dice: the same cases for every one of them, and fewer than in the suite.
require('fast-check').configureGlobal({ seed: 20261123, numRuns: 30 });
