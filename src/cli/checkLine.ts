import { oneOf } from './usageError';

/** The forms in which a check is written. */
const checkFormats = ['text', 'json', 'github', 'junit', 'azure', 'gitlab', 'sarif'] as const;
/** One of them. */
type CheckFormat = (typeof checkFormats)[number];

/** From which findings on a check fails. */
const failLevels = ['error', 'warning', 'never'] as const;

/** What `goal-lens check` is asked for. */
export interface CheckOptions {
  readonly format: CheckFormat;
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly failOn: (typeof failLevels)[number];
  /** The text that the commits are squashed into; `-` is standard input. */
  readonly messageFile: string | undefined;
  /** Where to write, in place of standard output. */
  readonly output: string | undefined;
}

/** The options of `check`, as Node reads them. */
export const checkArguments = {
  base: { type: 'string' },
  head: { type: 'string' },
  'fail-on': { type: 'string' },
  'message-file': { type: 'string' },
  output: { type: 'string', short: 'o' },
} as const;

type Written = Readonly<Partial<Record<keyof typeof checkArguments, string | undefined>>>;

/** Reads the options of `check`. @throws {UsageError} */
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
