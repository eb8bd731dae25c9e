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
  /** `insert` is what an input method does: all characters at once, each a change of its own. */
  | readonly ['type' | 'paste' | 'insert', string]
  | readonly ['press', ...string[]]
  /** Waits until the box holds this text, or without our trailer where the hook is there. */
  | readonly ['shows', string, (string | undefined)?]
  /** Waits until the box holds this text and keeps it. */
  | readonly ['settles', string]
  /** Waits until Source Control lists a changed file: the box takes no keys while git is at work. */
  | readonly ['sees', string]
  | readonly ['switch', BranchKind]
  | readonly ['git', ...string[]]
  | readonly ['write', string, string]
  | readonly ['run', CommandId];

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
  /** It is about our trailer in the box, which is not there with the hook. */
  readonly isBoxOnly?: boolean;
  /** What git adds: below our trailer in the box, above the hook's. */
  readonly after?: string;
  /** The file that is committed is not staged. */
  readonly isUnstaged?: boolean;
}
