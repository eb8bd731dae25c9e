import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = ['--import', 'tsx', join(__dirname, 'cliProgram.ts'), 'mcp', '--workspace'];

/** A home without an editor, for servers that find nothing but their repository. */
export class ServerHome {
  private readonly folder = mkdtempSync(join(tmpdir(), 'goal-lens-home-'));

  /** How to start the server of a repository. */
  serverOf(root: string): { command: string; args: string[]; env: Record<string, string> } {
    const { folder } = this;
    const path = process.env['PATH'] ?? '';
    return {
      command: process.execPath,
      args: [...program, root],
      env: { PATH: path, HOME: folder, USERPROFILE: folder, APPDATA: folder, XDG_CONFIG_HOME: folder },
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
