import { parseArgs } from 'node:util';

/** The commands that answer from a workspace. */
export const commandNames = ['goals', 'brief', 'links', 'status'] as const;
/** One such command. */
export type CommandName = (typeof commandNames)[number];

/** A command line that is answered from a workspace. */
export interface WorkspaceLine {
  readonly command: CommandName;
  /** What `brief` is asked about. */
  readonly subject?: string;
  /** What `links` is asked about. */
  readonly subjects: readonly string[];
  readonly folder: string;
  readonly format: 'text' | 'json';
  readonly all: boolean;
  readonly verbose: boolean;
}

/** A command line that can be carried out. */
export type CommandLine = WorkspaceLine | { readonly command: 'help' } | { readonly command: 'version' };

/** A command line that cannot; its message says why and what is possible. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const options = {
  folder: { type: 'string', short: 'C', default: '.' },
  format: { type: 'string', default: 'text' },
  all: { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/** Reads the arguments, without `node` and the script. @throws {UsageError} */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parsed(args);
  const { folder, all, verbose } = values;
  const [name = '', subject, ...rest] = positionals;
  if (values.help || (args.length === 0 && name === '')) return { command: 'help' };
  if (values.version) return { command: 'version' };
  if (name === '') throw new UsageError(`Name a command: ${commandNames.join(', ')}.`);
  const command = oneOf(name, commandNames, 'the command');
  const subjects = command === 'links' ? positionals.slice(1) : [];
  if (command === 'links' && subjects.length === 0) {
    throw new UsageError('Name a commit, a branch or a path for links.');
  }
  const surplus = command === 'links' ? undefined : command === 'brief' ? rest[0] : subject;
  if (surplus !== undefined) throw new UsageError(`“${surplus}” is one argument too many for ${command}.`);
  const format = oneOf(values.format, ['text', 'json'], '--format');
  return { command, ...(subject !== undefined && { subject }), subjects, folder, format, all, verbose };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // Node's own sentence, such as: Unknown option '--colour'.
    const [sentence = ''] = error instanceof Error ? error.message.split(/\. |\n/) : [];
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`);
  }
}

function oneOf<T extends string>(value: string, choices: readonly T[], what: string): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw new UsageError(`“${value}” is not possible for ${what}. Write one of: ${choices.join(', ')}.`);
  }
  return found;
}
