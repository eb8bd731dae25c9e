import { oneOf } from './usageError';

/** The output formats of a check. */
const checkFormats = ['text', 'json', 'github', 'junit', 'azure', 'gitlab', 'sarif'] as const;
/** An output format of a check. */
type CheckFormat = (typeof checkFormats)[number];

/** The least severities of findings that fail a check. */
const failLevels = ['error', 'warning', 'never'] as const;

/** The options of `goal-lens check`. */
export interface CheckOptions {
  readonly format: CheckFormat;
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly failOn: (typeof failLevels)[number];
  /** The file with the message that the commits are squashed into; `-` is standard input. */
  readonly messageFile: string | undefined;
  /** The file to write to instead of standard output. */
  readonly output: string | undefined;
}

/** The options of `check`, in the form Node.js parses. */
export const checkArguments = {
  base: { type: 'string' },
  head: { type: 'string' },
  'fail-on': { type: 'string' },
  'message-file': { type: 'string' },
  output: { type: 'string', short: 'o' },
} as const;

type Written = Readonly<Partial<Record<keyof typeof checkArguments, string | undefined>>>;

/** Parses the options of `check`. @throws {UsageError} */
export function checkOptions(written: Written, format = 'text'): CheckOptions {
  return {
    format: oneOf(format, checkFormats, '--format'),
    base: written.base,
    head: written.head,
    failOn: oneOf(written['fail-on'] ?? 'error', failLevels, '--fail-on'),
    messageFile: written['message-file'],
    output: written.output,
  };
}
