import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Goal } from '../core/goal/goal';
import type { Log } from '../core/log';
import { Git } from '../git/run/git';
import { faultText } from '../presentation/faultText';
import type { TextOptions } from '../presentation/textOptions';
import { userFolders, type Surroundings } from '../workspace/editorFolders';
import { Workspace } from '../workspace/workspace';
import type { Answer } from './answer';
import { briefCommand } from './briefCommand';
import { parseCommandLine, UsageError, type WorkspaceLine } from './commandLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { goalsCommand } from './goalsCommand';
import { linksCommand } from './linksCommand';
import { statusCommand } from './statusCommand';
import { usage } from './usage';

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
    return exitCodes.cannotTell;
  }
}

async function answerOf(
  { command, subject, subjects, folder, all, verbose }: WorkspaceLine,
  place: CliPlace,
): Promise<Answer> {
  const from = resolve(place.cwd, folder);
  const isFolder = await stat(from).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new UsageError(`“${folder}” is not a folder.`);
  const workspace = await Workspace.open({
    folder: from,
    git: new Git(() => 'git'),
    userFolders: userFolders(place),
    log: logTo(verbose ? place.complain : () => undefined),
  });
  const options = { ...textOptions(place), spell: (goal: Goal) => workspace.references.spellingOf(goal) };
  switch (command) {
    case 'brief':
      return briefCommand(workspace, { subject, from }, options);
    case 'links':
      return linksCommand(workspace, { subjects, from });
    case 'status':
      return statusCommand(workspace, options);
    case 'goals':
      return goalsCommand(workspace, { all }, options);
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
