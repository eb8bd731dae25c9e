import { FileSystemError, workspace, type Uri } from 'vscode';

/**
 * Whether there is a file or folder.
 *
 * @throws what VS Code says where that cannot be told, which must not be taken for a no by who is about to write
 */
export async function fileExists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
