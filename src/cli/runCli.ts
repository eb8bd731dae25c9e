import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { answerOptions } from '../agents/agentAnswer';
import type { Log } from '../core/log';
import { isLandingFault } from '../git/landing/landingError';
import { Git } from '../git/run/git';
import { faultText } from '../presentation/faultText';
import type { TextOptions } from '../presentation/textOptions';
import { userFolders, type Surroundings } from '../workspace/editorFolders';
import type { Asking } from '../workspace/asking';
import { Workspace, type WorkspaceOptions } from '../workspace/workspace';
import type { Answer } from './answer';
import { briefCommand } from './briefCommand';
import {
  parseCommandLine,
  type CheckLine,
  type MergeLine,
  type McpLine,
  type ReportLine,
  type WorkspaceLine,
} from './commandLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { goalsCommand } from './goalsCommand';
import { linksCommand } from './linksCommand';
import { askingIn } from './pipeline';
import type { WrittenReport } from './reportCommand';
import { statusCommand } from './statusCommand';
import { usage } from './usage';
import { UsageError } from './usageError';

/** Where the command line is run. */
export interface CliPlace extends Surroundings {
  readonly cwd: string;
  readonly version: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** Carries out one command line and answers with the exit code. */
export async function runCli(args: readonly string[], place: CliPlace): Promise<ExitCode> {
  try {
    const line = parseCommandLine(args);
    if (line.command === 'help') {
      place.print(usage);
      return exitCodes.ok;
    }
    if (line.command === 'version') {
      place.print(`${place.version}\n`);
      return exitCodes.ok;
    }
    if (line.command === 'report' || line.command === 'check' || line.command === 'merge')
      return await write(line, place);
    if (line.command === 'mcp') return await serve(line, place);
    const { text, json, exitCode } = await answerOf(line, place);
    place.print(`${line.format === 'json' ? JSON.stringify(json, undefined, 2) : text}\n`);
    return exitCode;
  } catch (error) {
    if (error instanceof UsageError) {
      place.complain(`goal-lens: ${error.message} See goal-lens --help.\n`);
      return exitCodes.usage;
    }
    const text = faultText(error, textOptions(place));
    if (text === undefined) throw error;
    place.complain(`goal-lens: ${text}\n`);
    if (isLandingFault(error, 'noSuchBranch')) return exitCodes.usage;
    return isLandingFault(error, 'noCommits') ? exitCodes.nothing : exitCodes.cannotTell;
  }
}

/** Prints a report or a check, or writes it to a file. */
async function write(line: ReportLine | CheckLine | MergeLine, place: CliPlace): Promise<ExitCode> {
  const { reportCommand, saveReport } = await import('./reportCommand');
  const { checkCommand } = await import('./checkCommand');
  const { text, exitCode } = await written();
  const isPrinted = line.output === undefined || line.output === '-';
  if (isPrinted && typeof text === 'string') place.print(text);
  else if (line.output !== undefined) await saveReport(text, line.output, place.cwd);
  return exitCode;

  async function written(): Promise<WrittenReport> {
    switch (line.command) {
      case 'report':
        return reportCommand(
          await openRepositories(line, place, askingIn(place.env, undefined)),
          line,
          place,
        );
      case 'check':
        return checkCommand(await openWorkspace(line, place, askingIn(place.env, line.base)), line, place);
      case 'merge': {
        const { mergeCommand } = await import('./mergeCommand');
        return {
          text: await mergeCommand(line.files, line.format, resolve(place.cwd, line.folder)),
          exitCode: exitCodes.ok,
        };
      }
    }
  }
}

/** Serves goals until standard input ends. What it logs goes to standard error: standard output is the protocol's. */
async function serve(line: McpLine, place: CliPlace): Promise<ExitCode> {
  const from = await folderOf(line, place);
  const [{ serveGoals }, { KeptWorkspace }] = await Promise.all([
    import('../mcp/serveGoals'),
    import('../workspace/keptWorkspace'),
  ]);
  const kept = new KeptWorkspace(workspaceOptions(from, line.verbose, place));
  await serveGoals({
    version: place.version,
    open: (signal) => kept.current(signal),
    options: (workspace) => answerOptions(workspace, { now: Date.now(), language: 'en' }),
    faultText: (error) => faultText(error, textOptions(place)),
    onBug: (error) =>
      place.complain(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  });
  return exitCodes.ok;
}

/** The repositories of a report: those that are named, else that of the folder. */
function openRepositories(
  line: ReportLine,
  place: CliPlace,
  asking: Asking | undefined,
): Promise<Workspace[]> {
  const folders = line.repositories.length > 0 ? line.repositories : ['.'];
  const from = { ...place, cwd: resolve(place.cwd, line.folder) };
  const { verbose } = line;
  return Promise.all(folders.map((folder) => openWorkspace({ folder, verbose }, from, asking)));
}

async function openWorkspace(
  line: Pick<ReportLine, 'folder' | 'verbose'>,
  place: CliPlace,
  asking?: Asking,
): Promise<Workspace> {
  const options = workspaceOptions(await folderOf(line, place), line.verbose, place);
  return Workspace.open({ ...options, asking });
}

/** The folder that a command works on. @throws {UsageError} if it does not exist or is not a folder */
async function folderOf({ folder }: Pick<ReportLine, 'folder'>, place: CliPlace): Promise<string> {
  const from = resolve(place.cwd, folder);
  const isFolder = await stat(from).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new UsageError(`“${folder}” is not a folder.`);
  return from;
}

function workspaceOptions(folder: string, verbose: boolean, place: CliPlace): WorkspaceOptions {
  return {
    folder,
    git: new Git(() => 'git'),
    userFolders: userFolders(place),
    log: logTo(verbose ? place.complain : () => undefined),
  };
}

async function answerOf(line: WorkspaceLine, place: CliPlace): Promise<Answer> {
  // What is published for all is as new as a report.
  const asking = line.export === undefined ? undefined : askingIn(place.env, undefined);
  const workspace = await openWorkspace(line, place, asking);
  const from = resolve(place.cwd, line.folder);
  const options = answerOptions(workspace, textOptions(place));
  switch (line.command) {
    case 'brief':
      return briefCommand(workspace, { subject: line.subject, from }, options);
    case 'links':
      return linksCommand(workspace, { subjects: line.subjects, from });
    case 'status':
      return statusCommand(workspace, options);
    case 'goals':
      if (line.export !== undefined) {
        const { exportCommand } = await import('./exportCommand');
        const { cwd, now } = place;
        return exportCommand(workspace, {
          folder: line.export,
          withRevenue: line.withRevenue === true,
          cwd,
          now,
        });
      }
      return goalsCommand(workspace, line, options);
  }
}

function textOptions({ now }: CliPlace): TextOptions {
  return { language: 'en', now, revenue: 'band' };
}

function logTo(write: (text: string) => void): Log {
  const line = (message: string, ...details: unknown[]): void =>
    write(`${[message, ...details.map(String)].join(' ')}\n`);
  return { debug: line, info: line, warn: line, error: line };
}
