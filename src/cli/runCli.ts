import { eachLine, oneLine } from '../presentation/oneLine';
import type { CliPlace } from './cliPlace';
import { parseCommandLine } from './commandLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { withoutLogCommands } from './logCommands';
import { UsageError } from './usageError';

/** Runs one command line and returns the exit code; each command's code is loaded on demand. */
export async function runCli(args: readonly string[], outside: CliPlace): Promise<ExitCode> {
  // Whatever it is about, others wrote some of it.
  const complain = (text: string): void => outside.complain(withoutLogCommands(eachLine(text)));
  const place = { ...outside, complain };
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
      place.complain(`goal-lens: ${oneLine(error.message)} See goal-lens --help.\n`);
      return exitCodes.usage;
    }
    const { tellFault } = await import('./tellFault');
    return tellFault(error, place);
  }
}
