import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { noChoices, type BranchChoices } from '../../core/links/branchLinks';
import { normalizeKey } from '../../core/goal/goalKey';
import { Turns } from '../../core/turns';
import type { Git } from '../run/git';
import { GitError } from '../run/gitError';
import { changeLinks } from './changeLinks';
import { settleBranches, type StoredBranch } from './settleBranches';
import { listLinks, writeLinkChanges } from './writeLinkChanges';

/** Git's exit code for "the key to unset is not there". */
const nothingToUnset = 5;
/** How many times the file is read again if another window keeps changing it. */
const mostReadings = 3;

/**
 * What people said about the branches of one repository, in `<common git dir>/goal-lens/links`: a file of our own in
 * git-config format, shared by all worktrees and never part of `.git/config`.
 */
export class BranchChoicesFile {
  readonly path: string;
  private branches: ReadonlyMap<string, StoredBranch> = new Map();
  /** Keeps an old reading from overwriting a newer one. */
  private readonly turns = new Turns();
  private isHookTold = false;

  /** @param commonDir the absolute path of the repository's common git folder */
  constructor(
    private readonly git: Git,
    private readonly root: string,
    readonly commonDir: string,
  ) {
    this.path = join(commonDir, 'goal-lens', 'links');
  }

  /** What was said about a branch, as of the last `load`. */
  get(branch: string): BranchChoices {
    const { linked, rejected } = this.branches.get(branch) ?? this.inOtherForm(branch) ?? noChoices;
    return { linked, rejected };
  }

  /** Whether the commit hook was set up and needs to know the initiatives, as of the last `load`. */
  get hasHook(): boolean {
    return this.isHookTold;
  }

  /**
   * Reads the file and brings it in step with the existing branches; a missing file says nothing.
   *
   * @throws {GitError} if it is damaged
   */
  load(): Promise<void> {
    return this.turns.run(() => this.read());
  }

  /** Reads the file like `load`, without changing it. @throws {GitError} if it is damaged */
  peek(): Promise<void> {
    return this.turns.run(() => this.read(false));
  }

  /** Links a goal by hand, undoing an earlier "Not this goal". @throws {GitError} if the file cannot be written */
  link(branch: string, key: string): Promise<void> {
    return this.turns.run(async () => {
      await this.read();
      const { linked, rejected } = this.get(branch);
      await this.unset(branch, 'rejected', rejected, key);
      if (!linked.some((each) => sameKey(each, key))) await this.add(branch, 'goal', key);
      await this.read();
    });
  }

  /**
   * Records "Not this goal": removes a link made by hand and keeps a guess from coming back.
   *
   * @throws {GitError} if the file cannot be written
   */
  reject(branch: string, key: string): Promise<void> {
    return this.turns.run(async () => {
      await this.read();
      const { linked, rejected } = this.get(branch);
      await this.unset(branch, 'goal', linked, key);
      if (!rejected.some((each) => sameKey(each, key))) await this.add(branch, 'rejected', key);
      await this.read();
    });
  }

  private async read(isWritten = true): Promise<void> {
    for (let left = mostReadings; left > 0; left -= 1) {
      const listing = await this.listing();
      const stored = parseListing(listing);
      const { branches, changes } = await settleBranches(this.git, this.root, this.commonDir, stored);
      this.branches = branches;
      this.isHookTold = listing.split('\0').some((entry) => entry.startsWith('commit.trailer\n'));
      if (!isWritten || changes.length === 0) return;
      // What is in memory is already right: if the file cannot be written now, it will be next time.
      const end = await writeLinkChanges(this.git, this.root, this.path, listing, changes);
      if (end !== 'outdated') return;
    }
  }

  /** Empty if there is no file, or it has just gone: then git is not started, or fails. */
  private async listing(): Promise<string> {
    if (!(await exists(this.path))) return '';
    try {
      return await listLinks(this.git, this.root, this.path);
    } catch (error) {
      if (error instanceof GitError && !(await exists(this.path))) return '';
      throw error;
    }
  }

  /** The file system may return a name in another Unicode form than it was written in. */
  private inOtherForm(branch: string): StoredBranch | undefined {
    const same = branch.normalize();
    return [...this.branches].find(([name]) => name.normalize() === same)?.[1];
  }

  private async add(branch: string, name: string, key: string): Promise<void> {
    await mkdir(join(this.commonDir, 'goal-lens'), { recursive: true });
    await changeLinks(this.git, this.root, this.path, ['--add', `branch.${branch}.${name}`, key]);
  }

  private async unset(branch: string, name: string, values: readonly string[], key: string): Promise<void> {
    for (const value of new Set(values.filter((each) => sameKey(each, key)))) {
      const args = ['--fixed-value', '--unset-all', `branch.${branch}.${name}`, value];
      await changeLinks(this.git, this.root, this.path, args).catch((error: unknown) => {
        if (!(error instanceof GitError) || error.exitCode !== nothingToUnset) throw error;
      });
    }
  }
}

function sameKey(a: string, b: string): boolean {
  return normalizeKey(a) === normalizeKey(b);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function parseListing(listing: string): Map<string, StoredBranch> {
  const branches = new Map<string, StoredBranch>();
  for (const entry of listing.split('\0')) {
    const match = /^branch\.(.+)\.(goal|rejected|created|tag)\n(.*)$/s.exec(entry);
    if (!match) continue;
    const [, branch = '', name, value = ''] = match;
    const known = branches.get(branch) ?? noChoices;
    branches.set(branch, withValue(known, name, value));
  }
  return branches;
}

function withValue(known: StoredBranch, name: string | undefined, value: string): StoredBranch {
  switch (name) {
    case 'goal':
      return { ...known, linked: [...known.linked, value] };
    case 'rejected':
      return { ...known, rejected: [...known.rejected, value] };
    case 'created':
      return { ...known, created: value };
    case 'tag':
    case undefined:
      return known;
    default:
      return known;
  }
}
