import type { TextOptions } from '../presentation/textOptions';
import type { Surroundings } from '../workspace/editorFolders';

/** The environment in which the command line runs. */
export interface CliPlace extends Surroundings {
  readonly cwd: string;
  readonly version: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** How the command line words its output. */
export function textOptions({ now }: Pick<CliPlace, 'now'>): TextOptions {
  return { language: 'en', now, revenue: 'band' };
}
