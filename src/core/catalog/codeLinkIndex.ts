import { appendTo } from '../appendTo';
import type { CodeLink } from '../goal/codeLink';
import type { Goal } from '../goal/goal';
import { normalizeKey } from '../goal/goalKey';
import type { TrackerState } from '../tracker/trackerState';

/** A goal that its tracker ties to some code, and what the tracker says about that code. */
export interface LinkedCode {
  readonly goal: Goal;
  readonly link: CodeLink;
  readonly tracker: TrackerState;
}

/** The goals that trackers tie to branches, commits and pull requests. Immutable. */
export class CodeLinkIndex {
  private readonly branches = new Map<string, LinkedCode[]>();
  private readonly pullRequests = new Map<number, LinkedCode[]>();
  private readonly commits = new Map<string, LinkedCode[]>();

  constructor(trackers: readonly TrackerState[]) {
    for (const tracker of trackers) {
      for (const goal of tracker.goals) {
        for (const link of goal.links ?? []) this.add({ goal, link, tracker });
      }
      this.addTies(tracker);
    }
  }

  /** Whether no tracker ties a goal to any code. */
  get isEmpty(): boolean {
    return this.branches.size + this.pullRequests.size + this.commits.size === 0;
  }

  /** The ties to branches with this name, in any repository. */
  ofBranch(name: string): readonly LinkedCode[] {
    return this.branches.get(name.normalize()) ?? [];
  }

  /** The ties to pull requests with this number, in any repository. */
  ofPullRequest(number: number): readonly LinkedCode[] {
    return this.pullRequests.get(number) ?? [];
  }

  /** The ties to a commit, by its full hash. */
  ofCommit(sha: string): readonly LinkedCode[] {
    return this.commits.get(sha) ?? [];
  }

  /** All ties to branches. */
  *allBranches(): Generator<LinkedCode> {
    for (const some of this.branches.values()) yield* some;
  }

  /** All ties to commits, grouped by commit. */
  get allCommits(): ReadonlyMap<string, readonly LinkedCode[]> {
    return this.commits;
  }

  private addTies(tracker: TrackerState): void {
    const { ties = [], goals } = tracker;
    if (ties.length === 0) return;
    const tied = new Set(ties.map(({ key }) => normalizeKey(key)));
    const goalOf = new Map<string, Goal>();
    for (const goal of goals) {
      for (const key of [goal.key, ...(goal.aliases ?? [])].map(normalizeKey)) {
        if (tied.has(key)) goalOf.set(key, goal);
      }
    }
    for (const { key, link } of ties) {
      const goal = goalOf.get(normalizeKey(key));
      if (goal) this.add({ goal, link, tracker });
    }
  }

  private add(code: LinkedCode): void {
    const { link } = code;
    if (link.kind === 'branch') appendTo(this.branches, link.name.normalize(), code);
    else if (link.kind === 'pullRequest') appendTo(this.pullRequests, link.number, code);
    else appendTo(this.commits, link.sha, code);
  }
}
