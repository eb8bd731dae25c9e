import type { ReferenceRules } from '../../core/links/referenceRules';
import type { Git } from '../run/git';
import { commitLinks, type CommitLinks } from './commitLinks';

/** What a commit's goals depend on besides its message. */
export interface CommitPlace {
  readonly root: string;
  /** The merge that landed a commit is looked for below this one. */
  readonly head: string | undefined;
  readonly rules: ReferenceRules;
  /** What spellings mean; the same object means the same rules. */
  readonly meaning: object;
}

/** How many commits are remembered; what was read first goes first. */
const maxCommits = 500;

/** The goals that commits serve, remembered until HEAD moves or spellings change their meaning. */
export class CommitGoals {
  private readonly kept = new Map<string, CommitLinks | undefined>();
  private meaning: object | undefined;
  private place = '';

  constructor(private readonly git: Git) {}

  /**
   * The goals that a commit serves; undefined if there is no such commit.
   *
   * @throws {GitError} and the signal's reason
   */
  async of(
    { root, head = '', rules, meaning }: CommitPlace,
    sha: string,
    signal: AbortSignal,
  ): Promise<CommitLinks | undefined> {
    const place = [root, head, rules.trailer, ...(rules.referenceTrailers ?? [])].join('\n');
    if (this.meaning !== meaning || this.place !== place) this.forget();
    [this.meaning, this.place] = [meaning, place];
    if (this.kept.has(sha)) return this.kept.get(sha);
    const found = await commitLinks(this.git, root, sha, rules, signal);
    if (this.meaning !== meaning || this.place !== place) return found;
    this.kept.set(sha, found);
    const [first] = this.kept.keys();
    if (this.kept.size > maxCommits && first !== undefined) this.kept.delete(first);
    return found;
  }

  /** Forgets everything, as after notes were written, which does not move HEAD. */
  forget(): void {
    this.kept.clear();
    this.meaning = undefined;
  }
}
