import { harmedMessage } from '../../core/message/harmedMessage';
import type { Git } from '../run/git';
import { GitError } from '../run/gitError';
import type { BranchCommit, CommitKeyRules } from './branchCommit';

/** A step of the reflog: the commit that HEAD came to, and how. */
interface Step {
  readonly sha: string;
  readonly how: string;
  readonly message: string;
}

/** How many steps of the reflog are searched for an amend. */
const maxSteps = 2000;
const amend = 'commit (amend)';

/** The commits; each that lost its title to an amend comes with its earlier message, as far as the reflog knows. */
export async function withEarlier(
  git: Git,
  root: string,
  commits: readonly BranchCommit[],
  rules: CommitKeyRules,
  signal: AbortSignal,
): Promise<BranchCommit[]> {
  if (!commits.some(isUntitled)) return [...commits];
  const steps = await readSteps(git, root, signal);
  return commits.map((commit) => {
    const earlier = isUntitled(commit) ? earlierMessage(commit.sha, steps, rules) : undefined;
    return earlier === undefined ? commit : { ...commit, earlier };
  });
}

function isUntitled({ harmed }: BranchCommit): boolean {
  return harmed?.harm === 'untitled';
}

/** A commit's message before it was amended, going back over several amends that each lost the title. */
function earlierMessage(
  sha: string,
  steps: readonly Step[],
  { trailer, isKnown }: CommitKeyRules,
): string | undefined {
  // The newest step comes first.
  let at = steps.findIndex((step) => step.sha === sha && step.how.startsWith(amend));
  while (steps[at]?.how.startsWith(amend)) {
    at += 1;
    const message = steps[at]?.message ?? '';
    if (message.trim() !== '' && harmedMessage(message, trailer, isKnown)?.harm !== 'untitled')
      return message;
  }
  return undefined;
}

/** The reflog of HEAD, newest first; empty if there is none, or one of its commits is gone. */
async function readSteps(git: Git, root: string, signal: AbortSignal): Promise<Step[]> {
  const args = ['log', '-g', '-z', `--max-count=${maxSteps}`, '--format=%H%x00%gs%x00%B'];
  let output: string;
  try {
    output = await git.run(root, [...args, '--end-of-options', 'HEAD'], signal);
  } catch (error) {
    if (error instanceof GitError && !signal.aborted) return [];
    throw error;
  }
  const tokens = output.split('\0');
  const steps: Step[] = [];
  for (let at = 0; at < tokens.length; at += 3) {
    const [sha = '', how = '', message = ''] = tokens.slice(at, at + 3);
    steps.push({ sha, how, message });
  }
  return steps;
}
