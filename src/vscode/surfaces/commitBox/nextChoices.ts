import type { LogOutputChannel } from 'vscode';
import type { NextChoice } from '../../../core/commitBox/nextCommit';
import type { Head } from '../../../git/run/head';
import type { GitRepository } from '../../sources/git/gitExtension';

interface Kept {
  readonly choice: NextChoice;
  /** HEAD as VS Code knew it when the choice was made and, once git has answered, as it really was. */
  readonly heads: Set<string>;
  isReading: boolean;
}

/**
 * People's choices for the next commit of each repository, valid until HEAD moves. VS Code is late to notice a HEAD
 * moved elsewhere, which must not be mistaken for the next commit: so git itself is asked for HEAD.
 */
export class NextChoices {
  private readonly kept = new Map<string, Kept>();

  /**
   * @param readHead asks git what is checked out
   * @param onDidRead called after git was asked, which may end a choice
   */
  constructor(
    private readonly readHead: (root: string) => Promise<Head>,
    private readonly log: Pick<LogOutputChannel, 'warn'>,
    private readonly onDidRead: () => void,
  ) {}

  of(repository: GitRepository): NextChoice | undefined {
    const id = repository.rootUri.toString();
    const kept = this.kept.get(id);
    if (!kept) return undefined;
    if (kept.isReading || kept.heads.has(knownHead(repository))) return kept.choice;
    this.kept.delete(id);
    return undefined;
  }

  set(repository: GitRepository, choice: NextChoice): void {
    const kept: Kept = { choice, heads: new Set([knownHead(repository)]), isReading: true };
    this.kept.set(repository.rootUri.toString(), kept);
    void this.read(repository, kept);
  }

  private async read({ rootUri }: GitRepository, kept: Kept): Promise<void> {
    try {
      const { branch, commit } = await this.readHead(rootUri.fsPath);
      kept.heads.add(headOf(branch, commit));
    } catch (error) {
      this.log.warn('What is checked out cannot be read.', error);
    } finally {
      kept.isReading = false;
      this.onDidRead();
    }
  }
}

function knownHead({ state: { HEAD } }: GitRepository): string {
  return headOf(HEAD?.name, HEAD?.commit);
}

function headOf(name: string | undefined, commit: string | undefined): string {
  return `${name ?? ''}\n${commit ?? ''}`;
}
