/** The branches of the sample shop, by what they say of a goal. */
export const branches = {
  goal: 'feature/SHOP-142-retry-payments',
  otherGoal: 'feature/SHOP-160-search-synonyms',
  noGoal: 'fix/cart-rounding',
  detached: '',
} as const;

/** A kind of branch. */
export type BranchKind = keyof typeof branches;

/** The commands that a row can run, by the key that the workbench of the test binds them to. */
export const commandKeys = {
  'git.commit': 'Control+Enter',
  'git.refresh': 'Control+Alt+F1',
  'git.commitAll': 'Control+Alt+F2',
  'git.commitStaged': 'Control+Alt+F3',
  'git.commitStagedAmend': 'Control+Alt+F4',
  'git.commitStagedSigned': 'Control+Alt+F5',
  'git.commitAllSigned': 'Control+Alt+F6',
  'git.undoCommit': 'Control+Alt+F7',
  'git.commitAllAmend': 'Control+Alt+F8',
  'goalLens.tagCommit': 'Control+Alt+F9',
  'goalLens.leaveOutTag': 'Control+Alt+F10',
  'workbench.action.closeActiveEditor': 'Control+Alt+F11',
} as const;

/** One of these commands. */
export type CommandId = keyof typeof commandKeys;

/** One thing that a person does in the box, or in the repository. */
export type Step =
  | readonly ['type' | 'paste', string]
  | readonly ['press', ...string[]]
  /** Waits until the box holds this text, or without our trailer where the hook is there. */
  | readonly ['shows', string, (string | undefined)?]
  | readonly ['switch', BranchKind]
  | readonly ['git', ...string[]]
  | readonly ['write', string, string]
  | readonly ['run', CommandId]
  /** Types a message into git's own file, in an editor. */
  | readonly ['editor', string];

/** A way to commit, and the message that comes of it. */
export interface Row {
  readonly name: string;
  readonly branch: BranchKind;
  readonly steps: readonly Step[];
  readonly commit: CommandId;
  /** The person's text; `git` where it is the text that git made. */
  readonly message: string;
  /** The tags below it; none where it is absent. */
  readonly tags?: readonly string[];
  /** The tags where the hook is set up, if they are others. */
  readonly hookTags?: readonly string[];
  /** What git puts below our trailer. */
  readonly after?: string;
  /** The file that is committed is not staged. */
  readonly isUnstaged?: boolean;
}

const seven = ['SHOP-7'];
const nine = ['SHOP-9'];
const signed = 'Signed-off-by: Ana Ruiz <ana.ruiz@corner-shop.example>';
const tagged = (text: string): Step => ['shows', text, 'SHOP-7'];

/** Ways to commit, states of the box, and kinds of branch. */
export const rows: readonly Row[] = [
  // Kinds of branch, with nothing but a subject.
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

  // States of the box.
  {
    name: 'a body typed below the subject',
    branch: 'goal',
    steps: [
      ['type', 'Explain\n\nBecause gateways are busy.'],
      tagged('Explain\n\nBecause gateways are busy.'),
    ],
    commit: 'git.commit',
    message: 'Explain\n\nBecause gateways are busy.',
    tags: seven,
  },
  {
    name: 'a body typed after the trailer came',
    branch: 'goal',
    steps: [['type', 'Explain'], tagged('Explain'), ['type', '\n\nBody.'], tagged('Explain\n\nBody.')],
    commit: 'git.commit',
    message: 'Explain\n\nBody.',
    tags: seven,
  },
  {
    name: 'a message that is pasted',
    branch: 'goal',
    steps: [['paste', 'Explain\n\nPasted body.'], tagged('Explain\n\nPasted body.')],
    commit: 'git.commit',
    message: 'Explain\n\nPasted body.',
    tags: seven,
  },
  {
    name: 'text typed behind the trailer',
    branch: 'goal',
    steps: [
      ['type', 'Explain'],
      tagged('Explain'),
      ['press', 'Control+End'],
      ['type', '\nmore'],
      tagged('Explain\nmore'),
    ],
    commit: 'git.commit',
    message: 'Explain\nmore',
    tags: seven,
  },
  {
    name: 'text typed on the line between',
    branch: 'goal',
    steps: [
      ['type', 'Explain'],
      tagged('Explain'),
      ['press', 'Control+Home', 'ArrowDown'],
      ['type', 'more'],
      tagged('Explain\nmore'),
    ],
    commit: 'git.commit',
    message: 'Explain\nmore',
    tags: seven,
  },
  {
    name: 'text typed before the subject',
    branch: 'goal',
    steps: [
      ['type', 'the retry'],
      tagged('the retry'),
      ['press', 'Control+Home'],
      ['type', 'Explain '],
      tagged('Explain the retry'),
    ],
    commit: 'git.commit',
    message: 'Explain the retry',
    tags: seven,
  },
  {
    name: 'Delete at the end of the subject',
    branch: 'goal',
    steps: [
      ['type', 'Explain'],
      tagged('Explain'),
      ['press', 'Delete'],
      tagged('Explain'),
      ['type', 'ed'],
      tagged('Explained'),
    ],
    commit: 'git.commit',
    message: 'Explained',
    tags: seven,
  },
  {
    name: 'Backspace at the start of the trailer',
    branch: 'goal',
    steps: [
      ['type', 'Explain'],
      tagged('Explain'),
      ['press', 'Control+End', 'Home', 'Backspace'],
      tagged('Explain'),
    ],
    commit: 'git.commit',
    message: 'Explain',
    tags: seven,
  },
  {
    name: 'the subject deleted and another typed',
    branch: 'goal',
    steps: [
      ['type', 'Wrong'],
      tagged('Wrong'),
      ['press', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace'],
      ['shows', ''],
      ['type', 'Right'],
      tagged('Right'),
    ],
    commit: 'git.commit',
    message: 'Right',
    tags: seven,
  },
  {
    name: 'everything replaced',
    branch: 'goal',
    steps: [['type', 'Wrong'], tagged('Wrong'), ['press', 'Control+A'], ['type', 'Right'], tagged('Right')],
    commit: 'git.commit',
    message: 'Right',
    tags: seven,
  },
  {
    name: 'undone and redone',
    branch: 'goal',
    steps: [
      ['type', 'Explain'],
      tagged('Explain'),
      ['press', 'Control+Z'],
      ['press', 'Control+Y'],
      ['press', 'Control+Home', 'End'],
      ['type', ' it'],
      tagged('Explain it'),
    ],
    commit: 'git.commit',
    message: 'Explain it',
    tags: seven,
  },
  {
    name: 'the trailer deleted by hand',
    branch: 'goal',
    steps: [
      ['type', 'Explain'],
      ['shows', 'Explain', 'SHOP-7'],
      ['press', 'Shift+Control+End', 'Delete'],
      ['shows', 'Explain'],
      ['type', ' it'],
    ],
    commit: 'git.commit',
    message: 'Explain it',
    hookTags: seven,
  },
  {
    name: 'a trailer of the person’s own',
    branch: 'goal',
    steps: [
      ['paste', 'Explain\n\nInitiative: SHOP-12'],
      ['type', '\n'],
    ],
    commit: 'git.commit',
    message: 'Explain\n\nInitiative: SHOP-12',
  },
  {
    name: 'the trailer’s key changed by hand',
    branch: 'goal',
    steps: [['type', 'Explain'], tagged('Explain'), ['press', 'Control+End'], ['type', ', SHOP-9']],
    commit: 'git.commit',
    message: 'Explain',
    tags: ['SHOP-7, SHOP-9'],
    hookTags: seven,
  },
  {
    name: 'other trailers',
    branch: 'goal',
    steps: [['type', 'Explain\n\nReviewed-by: Mei <mei@shop.example>']],
    commit: 'git.commit',
    message: 'Explain\n\nReviewed-by: Mei <mei@shop.example>\n',
    tags: seven,
  },
  {
    name: 'a subject that looks like a trailer',
    branch: 'goal',
    steps: [['type', 'Retry: explain'], tagged('Retry: explain')],
    commit: 'git.commit',
    message: 'Retry: explain',
    tags: seven,
  },
  {
    name: 'a subject that begins with a number sign',
    branch: 'goal',
    steps: [['type', '#12 explain']],
    commit: 'git.commit',
    message: '#12 explain',
    tags: seven,
  },
  {
    name: 'blank lines before the subject',
    branch: 'goal',
    steps: [['type', '\n\nExplain'], tagged('\n\nExplain')],
    commit: 'git.commit',
    message: 'Explain',
    tags: seven,
  },
  {
    name: 'the tag left out by the button',
    branch: 'goal',
    steps: [['type', 'Explain'], tagged('Explain'), ['run', 'goalLens.leaveOutTag'], ['shows', 'Explain']],
    commit: 'git.commit',
    message: 'Explain',
  },
  {
    name: 'the tag left out before the subject',
    branch: 'goal',
    steps: [
      ['run', 'goalLens.leaveOutTag'],
      ['type', 'Explain'],
    ],
    commit: 'git.commit',
    message: 'Explain',
  },
  {
    name: 'Tag Commit before the subject',
    branch: 'goal',
    steps: [['run', 'goalLens.tagCommit'], ['shows', ''], ['type', 'Explain'], tagged('Explain')],
    commit: 'git.commit',
    message: 'Explain',
    tags: seven,
  },
  {
    name: 'Tag Commit after the trailer was deleted',
    branch: 'goal',
    steps: [
      ['type', 'Explain'],
      tagged('Explain'),
      ['press', 'Shift+Control+End', 'Delete'],
      ['shows', 'Explain'],
      ['run', 'goalLens.tagCommit'],
      tagged('Explain'),
    ],
    commit: 'git.commit',
    message: 'Explain',
    tags: seven,
  },

  // Branch switches in the middle of a message.
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

  // Ways to commit.
  {
    name: 'Commit Staged',
    branch: 'goal',
    steps: [['type', 'Explain']],
    commit: 'git.commitStaged',
    message: 'Explain',
    tags: seven,
  },
  {
    name: 'Commit All',
    branch: 'goal',
    isUnstaged: true,
    steps: [['type', 'Explain']],
    commit: 'git.commitAll',
    message: 'Explain',
    tags: seven,
  },
  {
    name: 'a smart commit',
    branch: 'goal',
    isUnstaged: true,
    steps: [['type', 'Explain']],
    commit: 'git.commit',
    message: 'Explain',
    tags: seven,
  },
  {
    name: 'Commit Staged (Signed Off)',
    branch: 'goal',
    steps: [['type', 'Explain'], tagged('Explain')],
    commit: 'git.commitStagedSigned',
    message: 'Explain',
    tags: seven,
    after: signed,
  },
  {
    name: 'Commit All (Signed Off)',
    branch: 'otherGoal',
    isUnstaged: true,
    steps: [
      ['type', 'Explain'],
      ['shows', 'Explain', 'SHOP-9'],
    ],
    commit: 'git.commitAllSigned',
    message: 'Explain',
    tags: nine,
    after: signed,
  },
  {
    name: 'Commit Staged (Amend) with a text',
    branch: 'goal',
    steps: [['type', 'Amended'], tagged('Amended')],
    commit: 'git.commitStagedAmend',
    message: 'Amended',
    tags: seven,
  },
  {
    name: 'Commit All (Amend) with a text',
    branch: 'goal',
    isUnstaged: true,
    steps: [['type', 'Amended'], tagged('Amended')],
    commit: 'git.commitAllAmend',
    message: 'Amended',
    tags: seven,
  },
  {
    name: 'two commits in a row',
    branch: 'goal',
    steps: [
      ['type', 'First'],
      tagged('First'),
      ['run', 'git.commit'],
      ['shows', ''],
      ['write', 'second.md', 'second\n'],
      ['git', 'add', 'second.md'],
      ['run', 'git.refresh'],
      ['type', 'Second'],
      tagged('Second'),
    ],
    commit: 'git.commit',
    message: 'Second',
    tags: seven,
  },
  {
    name: 'Undo Last Commit, and the same again',
    branch: 'goal',
    steps: [
      ['type', 'Explain'],
      tagged('Explain'),
      ['run', 'git.commit'],
      ['shows', ''],
      ['run', 'git.undoCommit'],
      ['shows', 'Explain\n\nInitiative: SHOP-7'],
    ],
    commit: 'git.commitAll',
    message: 'Explain',
    tags: seven,
  },
  {
    name: 'Undo Last Commit of one without a tag',
    branch: 'goal',
    steps: [['run', 'git.undoCommit'], tagged('Write notes of our own')],
    commit: 'git.commitAll',
    message: 'Write notes of our own',
    tags: seven,
  },

  // What git is about.
  {
    name: 'a merge',
    isUnstaged: true,
    branch: 'goal',
    steps: [
      ['git', 'merge', '--no-commit', '--no-ff', 'side'],
      ['run', 'git.refresh'],
      ['shows', "Merge branch 'side' into feature/SHOP-142-retry-payments", 'SHOP-7'],
    ],
    commit: 'git.commit',
    message: "Merge branch 'side' into feature/SHOP-142-retry-payments",
    tags: seven,
  },
  {
    name: 'a merge with a conflict',
    isUnstaged: true,
    branch: 'goal',
    steps: [
      ['git', 'merge', 'clash'],
      ['write', 'notes.md', 'both\n'],
      ['git', 'add', 'notes.md'],
      ['run', 'git.refresh'],
      ['shows', "Merge branch 'clash' into feature/SHOP-142-retry-payments", 'SHOP-7'],
    ],
    commit: 'git.commit',
    message: "Merge branch 'clash' into feature/SHOP-142-retry-payments",
    tags: seven,
  },
  {
    name: 'a merge with a text of the person’s',
    isUnstaged: true,
    branch: 'goal',
    steps: [
      ['type', 'Take the side in'],
      tagged('Take the side in'),
      ['git', 'merge', '--no-commit', '--no-ff', 'side'],
      ['run', 'git.refresh'],
    ],
    commit: 'git.commit',
    message: 'Take the side in',
    tags: seven,
  },
  {
    name: 'a merge on a branch without a goal',
    isUnstaged: true,
    branch: 'noGoal',
    steps: [
      ['git', 'merge', '--no-commit', '--no-ff', 'side'],
      ['run', 'git.refresh'],
      ['shows', "Merge branch 'side' into fix/cart-rounding"],
    ],
    commit: 'git.commit',
    message: "Merge branch 'side' into fix/cart-rounding",
  },
  {
    name: 'a merge that is called off',
    isUnstaged: true,
    branch: 'goal',
    steps: [
      ['git', 'merge', '--no-commit', '--no-ff', 'side'],
      ['run', 'git.refresh'],
      ['shows', "Merge branch 'side' into feature/SHOP-142-retry-payments", 'SHOP-7'],
      ['git', 'merge', '--abort'],
      ['run', 'git.refresh'],
      ['shows', ''],
      ['write', 'after.md', 'after\n'],
      ['git', 'add', 'after.md'],
      ['run', 'git.refresh'],
      ['type', 'Something else'],
      tagged('Something else'),
    ],
    commit: 'git.commit',
    message: 'Something else',
    tags: seven,
  },
  {
    name: 'a squash',
    isUnstaged: true,
    branch: 'goal',
    steps: [['git', 'merge', '--squash', 'side'], ['run', 'git.refresh'], tagged('git')],
    commit: 'git.commit',
    message: 'git',
    tags: seven,
  },
  {
    name: 'a revert',
    isUnstaged: true,
    branch: 'goal',
    steps: [['git', 'revert', '--no-commit', 'HEAD'], ['run', 'git.refresh'], tagged('git')],
    commit: 'git.commit',
    message: 'git',
    tags: seven,
  },
  {
    name: 'a cherry-pick',
    isUnstaged: true,
    branch: 'goal',
    steps: [
      ['git', 'cherry-pick', 'clash'],
      ['write', 'notes.md', 'both\n'],
      ['git', 'add', 'notes.md'],
      ['run', 'git.refresh'],
      tagged('git'),
    ],
    commit: 'git.commit',
    message: 'git',
    tags: seven,
    hookTags: [],
  },
  {
    name: 'a rebase that stopped',
    isUnstaged: true,
    branch: 'goal',
    steps: [
      ['git', 'rebase', 'clash'],
      ['write', 'notes.md', 'both\n'],
      ['git', 'add', 'notes.md'],
      ['run', 'git.refresh'],
      ['shows', 'Write notes of our own'],
    ],
    commit: 'git.commit',
    message: 'Write notes of our own',
  },
  {
    name: 'a template that is left',
    branch: 'goal',
    steps: [
      ['git', 'config', 'commit.template', '.git/template'],
      ['run', 'git.refresh'],
      ['shows', 'Why: '.trim()],
      ['press', 'Control+A'],
      ['type', 'Explain'],
      tagged('Explain'),
    ],
    commit: 'git.commit',
    message: 'Explain',
    tags: seven,
  },
  {
    name: 'a template that is filled in',
    branch: 'goal',
    steps: [
      ['git', 'config', 'commit.template', '.git/template'],
      ['run', 'git.refresh'],
      ['shows', 'Why:'],
      ['press', 'Control+End'],
      ['type', ' because'],
      tagged('Why: because'),
    ],
    commit: 'git.commit',
    message: 'Why: because',
    tags: seven,
  },
  {
    name: 'an empty box, and git’s editor',
    branch: 'goal',
    steps: [
      ['run', 'git.commit'],
      ['editor', 'Typed in the editor'],
    ],
    commit: 'workbench.action.closeActiveEditor',
    message: 'Typed in the editor',
    hookTags: seven,
  },
];
