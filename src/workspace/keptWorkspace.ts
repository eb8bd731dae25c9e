import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { goalsFilePath, pathMapPath } from '../teamFiles/places';
import { checkoutAt, type Checkout } from './checkout';
import { keptGoalsFolder } from './editorFolders';
import { Workspace, type WorkspaceOptions } from './workspace';

/** A workspace for a program that answers again and again: files are read again when they have changed. */
export class KeptWorkspace {
  private kept: { readonly workspace: Workspace; readonly stamp: string } | undefined;

  constructor(private readonly options: WorkspaceOptions) {}

  /** The workspace as it is now. @throws {GitError}, the file system's errors and the signal's reason */
  async current(signal?: AbortSignal): Promise<Workspace> {
    const { git, folder } = this.options;
    const checkout = await checkoutAt(git, folder, signal);
    const stamp = await this.stampOf(checkout);
    if (this.kept?.stamp === stamp) {
      const { workspace } = this.kept;
      return isSame(workspace.checkout, checkout) ? workspace : this.keep(workspace.at(checkout), stamp);
    }
    // The stamp is from before the files are read: what changes meanwhile is read again the next time.
    return this.keep(await Workspace.open(this.options, signal), stamp);
  }

  private keep(workspace: Workspace, stamp: string): Workspace {
    this.kept = { workspace, stamp };
    return workspace;
  }

  /** Tells whether anything that a workspace is made of has changed, but for what is checked out. */
  private async stampOf(checkout: Checkout | undefined): Promise<string> {
    const { folder, userFolders } = this.options;
    const root = checkout?.root ?? folder;
    const kept = await Promise.all(userFolders.map(async (each) => filesIn(keptGoalsFolder(each))));
    const files = [
      ...[goalsFilePath, pathMapPath, '.vscode/settings.json'].map((path) => join(root, path)),
      ...userFolders.map((each) => join(each, 'settings.json')),
      ...kept.flat(),
      // Where remotes are said, which decide what numbers mean.
      ...(checkout ? [join(checkout.commonDir, 'config')] : []),
    ];
    return (await Promise.all(files.map(async (file) => `${file} ${await stampOfFile(file)}`))).join('\n');
  }
}

function isSame(a: Checkout | undefined, b: Checkout | undefined): boolean {
  return (
    a?.root === b?.root && a?.commonDir === b?.commonDir && a?.branch === b?.branch && a?.head === b?.head
  );
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => join(folder, name));
}

/** Empty where there is no such file. */
async function stampOfFile(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found ? `${found.mtimeNs} ${found.ctimeNs} ${found.size} ${found.ino}` : '';
}
