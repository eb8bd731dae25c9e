import type { Row } from './row';
import { nine, seven, tagged } from './rowParts';

/** Kinds of branch, and switches in the middle of a message. */
export const branchRows: readonly Row[] = [
  {
    name: 'a subject',
    branch: 'goal',
    steps: [['type', 'Explain the retry'], tagged('Explain the retry')],
    commit: 'git.commit',
    message: 'Explain the retry',
    tags: seven,
  },
  {
    name: 'a subject and at once the commit',
    branch: 'goal',
    steps: [['type', 'Explain the retry quickly']],
    commit: 'git.commit',
    message: 'Explain the retry quickly',
    tags: seven,
  },
  {
    name: 'a subject on another branch',
    branch: 'otherGoal',
    steps: [
      ['type', 'Learn synonyms'],
      ['shows', 'Learn synonyms', 'SHOP-9'],
    ],
    commit: 'git.commit',
    message: 'Learn synonyms',
    tags: nine,
  },
  {
    name: 'a subject on a branch without a goal',
    branch: 'noGoal',
    steps: [['type', 'Round totals']],
    commit: 'git.commit',
    message: 'Round totals',
  },
  {
    name: 'a subject on no branch',
    branch: 'detached',
    steps: [['type', 'Try something']],
    commit: 'git.commit',
    message: 'Try something',
  },

  {
    name: 'a switch to another goal',
    branch: 'goal',
    steps: [
      ['type', 'Half a message'],
      tagged('Half a message'),
      ['switch', 'otherGoal'],
      ['shows', 'Half a message', 'SHOP-9'],
    ],
    commit: 'git.commit',
    message: 'Half a message',
    tags: nine,
  },
  {
    name: 'a switch to a branch without a goal',
    branch: 'goal',
    steps: [
      ['type', 'Half a message'],
      tagged('Half a message'),
      ['switch', 'noGoal'],
      ['shows', 'Half a message'],
    ],
    commit: 'git.commit',
    message: 'Half a message',
  },
  {
    name: 'a switch from a branch without a goal',
    branch: 'noGoal',
    steps: [['type', 'Half a message'], ['switch', 'goal'], tagged('Half a message')],
    commit: 'git.commit',
    message: 'Half a message',
    tags: seven,
  },
  {
    name: 'a switch with a trailer of the person’s own',
    branch: 'goal',
    steps: [
      ['paste', 'Half\n\nInitiative: SHOP-12'],
      ['switch', 'otherGoal'],
    ],
    commit: 'git.commit',
    message: 'Half\n\nInitiative: SHOP-12',
  },
];
