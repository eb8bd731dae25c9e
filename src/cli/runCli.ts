import type { CliPlace } from './cliPlace';
import { parseCommandLine } from './commandLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { UsageError } from './usageError';

/** Runs one command line and returns the exit code; each command's code is loaded on demand. */
export async function runCli(args: readonly string[], place: CliPlace): Promise<ExitCode> {
  try {
    const line = parseCommandLine(args);
    if (line.command === 'help') {
      place.print((await import('./usage')).usage);
      return exitCodes.ok;
    }
    if (line.command === 'version') {
      place.print(`${place.version}\n`);
      return exitCodes.ok;
    }
    if (line.command === 'mcp') {
      const { serveCommand } = await import('./serveCommand');
      return await serveCommand(line, place);
    }
    const { runOnWorkspace } = await import('./workspaceCommands');
    return await runOnWorkspace(line, place);
  } catch (error) {
    if (error instanceof UsageError) {
      place.complain(`goal-lens: ${error.message} See goal-lens --help.\n`);
      return exitCodes.usage;
    }
    const { tellFault } = await import('./tellFault');
    return tellFault(error, place);
  }
}
