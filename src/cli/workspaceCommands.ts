import { resolve } from 'node:path';
import { answerOptions } from '../agents/agentAnswer';
import type { Asking } from '../workspace/asking';
import { Workspace } from '../workspace/workspace';
import type { Answer } from './answer';
import { textOptions, type CliPlace } from './cliPlace';
import type { CheckLine, MergeLine, ReportLine, WorkspaceLine } from './commandLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { jsonWithoutLogCommands, withoutLogCommands } from './logCommands';
import { askingIn } from './pipeline';
import type { WrittenReport } from './reportCommand';
import { workspaceFolder } from './workspaceFolder';
import { workspaceOptions } from './workspaceOptions';

/** Runs a command that reads one or several workspaces. */
export async function runOnWorkspace(line: WorkspaceLine | WritingLine, place: CliPlace): Promise<ExitCode> {
  if (line.command === 'report' || line.command === 'check' || line.command === 'merge')
    return write(line, place);
  const { text, json, exitCode } = await answerOf(line, place);
  const { format } = line;
  place.print(`${printable(format === 'json' ? JSON.stringify(json, undefined, 2) : text, format)}\n`);
  return exitCode;
}

/** A command whose output can go to a file. */
type WritingLine = ReportLine | CheckLine | MergeLine;

/** Prints the command's result, or writes it to a file. */
async function write(line: WritingLine, place: CliPlace): Promise<ExitCode> {
  const { text, exitCode } = await written(line, place);
  const isPrinted = line.output === undefined || line.output === '-';
  if (isPrinted && typeof text === 'string') place.print(printable(text, line.format));
  else if (line.output !== undefined) {
    const { saveReport } = await import('./reportCommand');
    await saveReport(text, line.output, place.cwd);
  }
  return exitCode;
}

/** The formats that consist of commands, in which texts of others are escaped. */
const ofCommands: ReadonlySet<string> = new Set(['azure', 'github']);
const ofJson: ReadonlySet<string> = new Set(['json', 'ndjson', 'gitlab', 'sarif']);

function printable(text: string, format: string): string {
  if (ofCommands.has(format)) return text;
  return ofJson.has(format) ? jsonWithoutLogCommands(text) : withoutLogCommands(text);
}

async function written(line: WritingLine, place: CliPlace): Promise<WrittenReport> {
  switch (line.command) {
    case 'report': {
      const { reportCommand } = await import('./reportCommand');
      const asking = askingIn(place.env, undefined);
      return reportCommand(await openRepositories(line, place, asking), line, place);
    }
    case 'check': {
      const { checkCommand } = await import('./checkCommand');
      const asking = askingIn(place.env, line.base);
      return checkCommand(await openWorkspace(line, place, asking), line, place);
    }
    case 'merge': {
      const { mergeCommand } = await import('./mergeCommand');
      const text = await mergeCommand(line.files, line.format, resolve(place.cwd, line.folder));
      return { text, exitCode: exitCodes.ok };
    }
  }
}

/** Opens the repositories of a report: the named ones, otherwise the folder's. */
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
  const folder = await workspaceFolder(line.folder, place.cwd);
  return Workspace.open({ ...workspaceOptions(folder, line, place), asking });
}

async function answerOf(line: WorkspaceLine, place: CliPlace): Promise<Answer> {
  // What is published for all must be as current as a report.
  const asking = line.export === undefined ? undefined : askingIn(place.env, undefined);
  const workspace = await openWorkspace(line, place, asking);
  const from = resolve(place.cwd, line.folder);
  const options = answerOptions(workspace, textOptions(place));
  switch (line.command) {
    case 'brief': {
      const { briefCommand } = await import('./briefCommand');
      return briefCommand(workspace, { subject: line.subject, from }, options);
    }
    case 'links': {
      const { linksCommand } = await import('./linksCommand');
      return linksCommand(workspace, { subjects: line.subjects, from });
    }
    case 'status': {
      const { statusCommand } = await import('./statusCommand');
      return statusCommand(workspace, options);
    }
    case 'goals': {
      if (line.export === undefined) {
        const { goalsCommand } = await import('./goalsCommand');
        return goalsCommand(workspace, line, options);
      }
      const { exportCommand } = await import('./exportCommand');
      const { cwd, now } = place;
      const withRevenue = line.withRevenue === true;
      return exportCommand(workspace, { folder: line.export, withRevenue, cwd, now });
    }
  }
}
