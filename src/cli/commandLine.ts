import { parseArgs } from 'node:util';
import { checkArguments, checkOptions, type CheckOptions } from './checkLine';
import { mergeFormats, type MergeFormat } from './mergeFormat';
import { fileFormat, reportArguments, reportOptions, type ReportOptions } from './reportLine';
import { oneOf, UsageError } from './usageError';

/** The commands. */
const commandNames = ['goals', 'brief', 'links', 'status', 'report', 'check', 'merge', 'mcp'] as const;
/** A command. */
type CommandName = (typeof commandNames)[number];

/** The options of every command. */
interface CommonOptions {
  readonly folder: string;
  readonly verbose: boolean;
}

/** A command line that is answered from a workspace. */
export interface WorkspaceLine extends CommonOptions {
  readonly command: 'goals' | 'brief' | 'links' | 'status';
  /** What `brief` is asked about. */
  readonly subject?: string;
  /** What `links` is asked about. */
  readonly subjects: readonly string[];
  readonly format: 'text' | 'json';
  readonly all: boolean;
  /** The folder that `goals` exports to. */
  readonly export?: string;
  /** Whether the exported files include amounts of money. */
  readonly withRevenue?: boolean;
}

/** The command line of `goal-lens report`. */
export interface ReportLine extends CommonOptions, ReportOptions {
  readonly command: 'report';
}

/** The command line of `goal-lens check`. */
export interface CheckLine extends CommonOptions, CheckOptions {
  readonly command: 'check';
}

/** The command line of `goal-lens merge`. */
export interface MergeLine extends CommonOptions {
  readonly command: 'merge';
  /** The files with the facts of reports. */
  readonly files: readonly string[];
  readonly format: MergeFormat;
  /** The file to write to instead of standard output. */
  readonly output: string | undefined;
}

/** The command line of `goal-lens mcp`. */
export interface McpLine extends CommonOptions {
  readonly command: 'mcp';
}

/** A valid command line. */
export type CommandLine =
  | WorkspaceLine
  | ReportLine
  | CheckLine
  | MergeLine
  | McpLine
  | { readonly command: 'help' }
  | { readonly command: 'version' };

const optionsOfAll = {
  folder: { type: 'string', short: 'C' },
  format: { type: 'string' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;
const ownOptions = {
  all: { type: 'boolean' },
  export: { type: 'string' },
  'with-revenue': { type: 'boolean' },
  workspace: { type: 'string' },
  ...reportArguments,
  ...checkArguments,
} as const;
type OwnOption = keyof typeof ownOptions;

/** Each command's own options. */
const taken: Readonly<Record<CommandName, readonly OwnOption[]>> = {
  goals: ['all', 'export', 'with-revenue'],
  brief: [],
  links: [],
  status: [],
  report: Object.keys(reportArguments) as OwnOption[],
  check: Object.keys(checkArguments) as OwnOption[],
  merge: ['output'],
  mcp: ['workspace'],
};

type Values = ReturnType<typeof parsed>['values'];

/** Parses the arguments, without `node` and the script. @throws {UsageError} */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parsed(args);
  if (values.help || (args.length === 0 && positionals.length === 0)) return { command: 'help' };
  if (values.version) return { command: 'version' };
  const [name, ...subjects] = positionals;
  if (name === undefined) throw new UsageError(`Name a command: ${commandNames.join(', ')}.`);
  const command = oneOf(name, commandNames, 'the command');
  refuse(command, subjects[mostSubjects[command]], values);
  const common = { folder: values.folder ?? '.', verbose: values.verbose ?? false };
  if (command === 'report') return { command, ...common, ...reportOptions(values, values.format) };
  if (command === 'check') return { command, ...common, ...checkOptions(values, values.format) };
  if (command === 'merge') {
    if (subjects.length === 0) throw new UsageError('Name the files with the facts of reports for merge.');
    const { output, format = 'ndjson' } = values;
    const asked = fileFormat(oneOf(format, mergeFormats, '--format'), output);
    return { command, ...common, files: subjects, format: asked, output };
  }
  if (command === 'mcp') return { command, ...common, folder: values.workspace ?? common.folder };
  return { command, ...common, ...workspaceOptions(command, subjects, values) };
}

/** The most subjects that each command accepts. */
const mostSubjects: Readonly<Record<CommandName, number>> = {
  goals: 0,
  brief: 1,
  links: Infinity,
  status: 0,
  report: 0,
  check: 0,
  merge: Infinity,
  mcp: 0,
};

function workspaceOptions(
  command: WorkspaceLine['command'],
  subjects: readonly string[],
  values: Values,
): Omit<WorkspaceLine, 'command' | keyof CommonOptions> {
  if (command === 'links' && subjects.length === 0) {
    throw new UsageError('Name a commit, a branch or a path for links.');
  }
  const [subject] = subjects;
  if (values['with-revenue'] && values.export === undefined) {
    throw new UsageError('--with-revenue goes with --export.');
  }
  if (values.export === '') throw new UsageError('Name the folder that --export writes to.');
  return {
    ...(subject !== undefined && { subject }),
    subjects: command === 'links' ? subjects : [],
    format: oneOf(values.format ?? 'text', ['text', 'json'], '--format'),
    all: values.all ?? false,
    ...(values.export !== undefined && { export: values.export }),
    ...(values['with-revenue'] && { withRevenue: true }),
  };
}

/** Rejects an argument or options that a command does not take. @throws {UsageError} */
function refuse(command: CommandName, surplus: string | undefined, values: Values): void {
  if (surplus !== undefined) throw new UsageError(`“${surplus}” is one argument too many for ${command}.`);
  const foreign = (Object.keys(ownOptions) as OwnOption[]).find(
    (option) => values[option] !== undefined && !taken[command].includes(option),
  );
  if (foreign !== undefined) throw new UsageError(`--${foreign} is not an option of ${command}.`);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...optionsOfAll, ...ownOptions },
      allowPositionals: true,
    });
  } catch (error) {
    // Node's own sentence, such as: Unknown option '--colour'.
    const [sentence = ''] = error instanceof Error ? error.message.split(/\. |\n/) : [];
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`);
  }
}
