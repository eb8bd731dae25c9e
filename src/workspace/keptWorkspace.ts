import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileStamp } from '../files/fileStamp';
import { headStamp } from '../git/run/headStamp';
import { goalsFilePath, pathMapPath } from '../teamFiles/places';
import { checkoutAt, type Checkout } from './checkout';
import { keptGoalsFolder } from './editorFolders';
import { Workspace, type WorkspaceOptions } from './workspace';

interface Kept {
  readonly workspace: Workspace;
  /** A stamp of the files that it is made of. */
  readonly stamp: string;
  /** A stamp of what is checked out, if it can be told without git. */
  readonly head: string | undefined;
}

/** A workspace for a program that answers again and again: reads files again once they have changed. */
export class KeptWorkspace {
  private kept: Kept | undefined;

  constructor(private readonly options: WorkspaceOptions) {}

  /** The current workspace. @throws {GitError}, the file system's errors and the signal's reason */
  async current(signal?: AbortSignal): Promise<Workspace> {
    const { git, folder, log } = this.options;
    const { kept } = this;
    // Stamps are taken before the files are read, so that a change meanwhile is read next time.
    const head = await this.headOf(kept?.workspace.checkout);
    const isAsBefore = head !== undefined && head === kept?.head;
    const checkout = isAsBefore ? kept.workspace.checkout : await checkoutAt(git, folder, signal, log);
    const stamp = await this.stampOf(checkout);
    if (kept?.stamp === stamp) {
      const { workspace } = kept;
      return this.keep({ workspace: isAsBefore ? workspace : workspace.at(checkout), stamp, head });
    }
    const first = await this.headOf(checkout);
    return this.keep({ workspace: await Workspace.open(this.options, signal), stamp, head: first });
  }

  private keep(kept: Kept): Workspace {
    this.kept = kept;
    return kept.workspace;
  }

  /** Stands for what is checked out; undefined if only git can tell. */
  private async headOf(checkout: Checkout | undefined): Promise<string | undefined> {
    if (!checkout) return undefined;
    const [head, own] = await Promise.all([
      headStamp(checkout),
      // The folder may become its own repository.
      fileStamp(join(this.options.folder, '.git')).then((found) => found !== ''),
    ]);
    return head === undefined ? undefined : `${checkout.root}\n${own}\n${head}`;
  }

  /** Stands for everything that a workspace is made of, except what is checked out. */
  private async stampOf(checkout: Checkout | undefined): Promise<string> {
    const { folder, userFolders } = this.options;
    const root = checkout?.root ?? folder;
    const kept = await Promise.all(userFolders.map(async (each) => filesIn(keptGoalsFolder(each))));
    const files = [
      ...[goalsFilePath, pathMapPath, '.vscode/settings.json'].map((path) => join(root, path)),
      ...userFolders.map((each) => join(each, 'settings.json')),
      ...kept.flat(),
      // Names the remotes, which decide what numbers mean.
      ...(checkout ? [join(checkout.commonDir, 'config')] : []),
    ];
    return (await Promise.all(files.map(async (file) => `${file} ${await fileStamp(file)}`))).join('\n');
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => join(folder, name));
}
