import { serveGoals } from '../mcp/serveGoals';
import type { AgentWorkspace } from './agentWorkspace';
import { textOptions, type CliPlace } from './cliPlace';
import type { McpLine } from './commandLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { workspaceFolder } from './workspaceFolder';

/** Serves goals until standard input ends. Logs to standard error, because standard output belongs to the protocol. */
export async function serveCommand(line: McpLine, place: CliPlace): Promise<ExitCode> {
  const folder = await workspaceFolder(line.folder, place.cwd);
  let workspace: AgentWorkspace | undefined;
  await serveGoals({
    version: place.version,
    // Welcome the client first: git and the goal readers are loaded with its first question.
    open: async (signal) => {
      const { AgentWorkspace } = await import('./agentWorkspace');
      workspace ??= new AgentWorkspace(folder, line, place);
      return workspace.open(signal);
    },
    faultText: async (error) =>
      (await import('../presentation/faultText')).faultText(error, textOptions(place)),
    onBug: (error) =>
      place.complain(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  });
  return exitCodes.ok;
}
