import type { ReferenceRules } from '../../core/links/referenceRules';
import type { Git } from '../run/git';
import { commitLinks, type CommitLinks } from './commitLinks';

/** What the goals of a commit depend on, besides its message. */
export interface CommitPlace {
  readonly root: string;
  /** What landed a commit is looked for below it. */
  readonly head: string | undefined;
  readonly rules: ReferenceRules;
  /** What spellings mean: as long as it is the same object, the rules are the same. */
  readonly meaning: object;
}

/** More commits than this are not remembered; what was read first goes first. */
const maxCommits = 500;

/** What commits serve, remembered until HEAD moves or spellings mean something else. */
export class CommitGoals {
  private readonly kept = new Map<string, CommitLinks | undefined>();
  private meaning: object | undefined;
  private place = '';

  constructor(private readonly git: Git) {}

  /** What a commit serves; undefined where there is no such commit. @throws {GitError} and the signal's reason */
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

  /** Forgets everything: notes were written, and no HEAD moves with them. */
  forget(): void {
    this.kept.clear();
    this.meaning = undefined;
  }
}
