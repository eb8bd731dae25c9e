import type { LogOutputChannel } from 'vscode';
import { commentMark } from '../../../core/message/commentMark';
import { commentString } from '../../../git/run/commentString';
import type { Git } from '../../../git/run/git';
import type { GitRepository } from '../../sources/git/gitExtension';

/** Finds what starts a comment in the messages that git is editing; git is asked once per repository until `forget`. */
export class CommentMarks {
  private readonly asked = new Map<string, Promise<string | undefined>>();

  constructor(
    private readonly git: Git,
    private readonly log: Pick<LogOutputChannel, 'warn'>,
  ) {}

  /** The comment prefix in a message of a repository. Never rejects. */
  async in(message: string, repository: GitRepository | undefined): Promise<string> {
    return commentMark(message, repository && (await this.configured(repository.rootUri.fsPath)));
  }

  /** Call when another message is opened: the settings may have changed since. */
  forget(): void {
    this.asked.clear();
  }

  private configured(root: string): Promise<string | undefined> {
    let asked = this.asked.get(root);
    if (!asked) {
      asked = commentString(this.git, root).catch((error: unknown) => {
        this.log.warn('Git does not say how comments begin.', error);
        this.asked.delete(root);
        return undefined;
      });
      this.asked.set(root, asked);
    }
    return asked;
  }
}
