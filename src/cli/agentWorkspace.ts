import { answerOptions } from '../agents/agentAnswer';
import type { OpenWorkspace } from '../mcp/goalServer';
import { KeptWorkspace } from '../workspace/keptWorkspace';
import type { CliPlace } from './cliPlace';
import type { McpLine } from './commandLine';
import { workspaceOptions } from './workspaceOptions';

/** The workspace that agents ask about, again and again. */
export class AgentWorkspace {
  private readonly kept: KeptWorkspace;

  /** @param folder as `workspaceFolder` gives it */
  constructor(folder: string, line: McpLine, place: CliPlace) {
    this.kept = new KeptWorkspace(workspaceOptions(folder, line, place));
  }

  /** As it is now. @throws {GitError}, the file system's errors and the signal's reason */
  async open(signal: AbortSignal): Promise<OpenWorkspace> {
    const workspace = await this.kept.current(signal);
    return { workspace, options: answerOptions(workspace, { now: Date.now(), language: 'en' }) };
  }
}
