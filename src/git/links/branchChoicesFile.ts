import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { noChoices, type BranchChoices } from '../../core/links/branchLinks';
import { normalizeKey } from '../../core/goal/goalKey';
import { Turns } from '../../core/turns';
import type { Git } from '../run/git';
import { GitError } from '../run/gitError';
import { changeLinks } from './changeLinks';

/** Git's exit code for "the key to unset is not there". */
const nothingToUnset = 5;

/**
 * What people said about the branches of one repository, in `<common git dir>/goal-lens/links`: a file of our own in
 * git-config format, shared by all worktrees and never part of `.git/config`.
 */
export class BranchChoicesFile {
  readonly path: string;
  private branches: ReadonlyMap<string, BranchChoices> = new Map();
  /** An old reading never overwrites a newer one. */
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
    return this.branches.get(branch) ?? noChoices;
  }

  /** Whether the commit hook was set up, so that it wants to know the initiatives; as of the last `load`. */
  get hasHook(): boolean {
    return this.isHookTold;
  }

  /** Reads the file; a file that is not there says nothing. @throws {GitError} when it is damaged */
  load(): Promise<void> {
    return this.turns.run(() => this.read());
  }

  /** Links a goal by hand; takes back an earlier "Not this goal". @throws {GitError} when it cannot be written */
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
   * Says "Not this goal": removes a link made by hand and keeps a guess from coming back.
   *
   * @throws {GitError} when it cannot be written
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

  private async read(): Promise<void> {
    let listing = '';
    try {
      listing = await this.git.run(this.root, ['config', '--file', this.path, '--null', '--list']);
    } catch (error) {
      if (!(error instanceof GitError) || (await exists(this.path))) throw error;
    }
    this.branches = parseListing(listing);
    this.isHookTold = listing.split('\0').some((entry) => entry.startsWith('commit.trailer\n'));
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

function parseListing(listing: string): Map<string, BranchChoices> {
  const branches = new Map<string, BranchChoices>();
  for (const entry of listing.split('\0')) {
    const match = /^branch\.(.+)\.(goal|rejected)\n(.*)$/s.exec(entry);
    if (!match) continue;
    const [, branch = '', name, key = ''] = match;
    const { linked, rejected } = branches.get(branch) ?? noChoices;
    branches.set(
      branch,
      name === 'goal' ? { linked: [...linked, key], rejected } : { linked, rejected: [...rejected, key] },
    );
  }
  return branches;
}
