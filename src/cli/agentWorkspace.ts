import { answerOptions } from '../agents/agentAnswer';
import type { OpenWorkspace } from '../mcp/goalServer';
import { KeptWorkspace } from '../workspace/keptWorkspace';
import type { CliPlace } from './cliPlace';
import type { McpLine } from './commandLine';
import { workspaceOptions } from './workspaceOptions';

/** The workspace that agents keep asking about. */
export class AgentWorkspace {
  private readonly kept: KeptWorkspace;

  /** @param folder as returned by `workspaceFolder` */
  constructor(folder: string, line: McpLine, place: CliPlace) {
    this.kept = new KeptWorkspace(workspaceOptions(folder, line, place));
  }

  /** Opens the workspace as it is now. @throws {GitError}, the file system's errors and the signal's reason */
  async open(signal: AbortSignal): Promise<OpenWorkspace> {
    const workspace = await this.kept.current(signal);
    return { workspace, options: answerOptions(workspace, { now: Date.now(), language: 'en' }) };
  }
}
