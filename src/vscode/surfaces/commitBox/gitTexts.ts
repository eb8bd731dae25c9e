import { isAbsolute, join } from 'node:path';
import type { GitTexts } from '../../../core/commitBox/commitBoxMachine';
import { regularText } from '../../../files/regularText';
import type { Git } from '../../../git/run/git';
import { GitError } from '../../../git/run/gitError';

/** Reads what VS Code's git extension puts into an empty commit box, in the same order and form. */
export class GitTextReader {
  private known: { readonly template: string | undefined } | undefined;

  constructor(
    private readonly git: Git,
    private readonly root: string,
  ) {}

  /**
   * @param isFilled the box has just been filled, perhaps with a template that was not there before; otherwise the
   * template is not looked up again
   * @throws {GitError} if git fails
   */
  async read(isFilled: boolean): Promise<GitTexts> {
    const known = isFilled || !this.known ? { template: await this.template() } : this.known;
    this.known = known;
    const message = (await this.file('.git/MERGE_MSG')) ?? (await this.file('.git/SQUASH_MSG'));
    return { message, template: known.template };
  }

  private async template(): Promise<string | undefined> {
    try {
      const path = await this.git.run(this.root, ['config', '--type=path', '--get', 'commit.template']);
      return await this.file(path.trim());
    } catch (error) {
      // Git exits with 1 if there is no such setting.
      if (error instanceof GitError && error.exitCode === 1) return undefined;
      throw error;
    }
  }

  private async file(path: string): Promise<string | undefined> {
    const text = (await regularText(isAbsolute(path) ? path : join(this.root, path))) ?? '';
    return withoutComments(text).trim() || undefined;
  }
}

/**
 * Without lines that begin with `#` and the blank ones before them, as the git extension does it. Blank lines are also
 * matched where no `#` follows, and then kept, so that none is read twice.
 */
export function withoutComments(text: string): string {
  return text.replace(/^\s*(#.*$\n?)?/gm, (blanks: string, comment: string | undefined) =>
    comment === undefined ? blanks : '',
  );
}
