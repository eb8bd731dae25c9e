import * as l10n from '@vscode/l10n';
import { GoalLensError } from '../core/errors';
import { InvalidTagError } from '../core/message/commitTag';
import { TrackerError } from '../core/tracker/trackerError';
import type { TextOptions } from './textOptions';
import { trackerErrorText } from './trackerErrorText';

/**
 * What went wrong, for a person, with the next step; undefined for an unexpected error, which is a bug. `tracker` is
 * what people call the tracker that was asked.
 */
export function faultText(error: unknown, options: TextOptions, tracker = ''): string | undefined {
  if (error instanceof TrackerError) return trackerErrorText(error, tracker, options);
  if (error instanceof InvalidTagError) return invalidTagText(error);
  if (error instanceof GoalLensError) return error.message;
  return isOfSystem(error)
    ? l10n.t(
        'The file system said: {0}. Check the file, its rights and the space on the disk.',
        error.message,
      )
    : undefined;
}

/** How a bug is reported: as ours, with a pointer to the log for the details. */
export function bugText(error: unknown): string {
  const said = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
  const what = said === '' ? (error instanceof Error ? error.name : '–') : said.slice(0, 200);
  return l10n.t('Goal Lens has a fault: {0}. Please report what the log says.', what.replace(/\.$/, ''));
}

function invalidTagText({ part, text }: InvalidTagError): string {
  const cut = text.slice(0, 80);
  return part === 'token'
    ? l10n.t('“{0}” cannot be the name of a trailer. Change the setting goalLens.commit.trailer.', cut)
    : l10n.t('The key “{0}” cannot stand in a commit message. Change it where the goal is kept.', cut);
}

/** Error codes of Node's file system calls and of VS Code. */
function isOfSystem(error: unknown): error is Error {
  return error instanceof Error && ('syscall' in error || error.name.endsWith('(FileSystemError)'));
}
