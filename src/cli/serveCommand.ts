import { answerOptions } from '../agents/agentAnswer';
import { lazy } from '../core/lazy';
import { serveGoals } from '../mcp/serveGoals';
import { textOptions, type CliPlace } from './cliPlace';
import type { McpLine } from './commandLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { workspaceOptions } from './workspaceOptions';

/** Serves goals until standard input ends. What it logs goes to standard error: standard output is the protocol's. */
export async function serveCommand(line: McpLine, place: CliPlace): Promise<ExitCode> {
  const options = await workspaceOptions(line, place);
  // The client is welcomed first; what answers it is loaded meanwhile.
  const load = lazy(async () => {
    const { KeptWorkspace } = await import('../workspace/keptWorkspace');
    return new KeptWorkspace(options);
  });
  await serveGoals({
    version: place.version,
    open: async (signal) => (await load()).current(signal),
    options: (workspace) => answerOptions(workspace, { now: Date.now(), language: 'en' }),
    faultText: async (error) =>
      (await import('../presentation/faultText')).faultText(error, textOptions(place)),
    onBug: (error) =>
      place.complain(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  });
  return exitCodes.ok;
}
