import * as l10n from '@vscode/l10n';
import { GoalLensError } from '../core/errors';
import { InvalidTagError } from '../core/message/commitTag';
import { TrackerError } from '../core/tracker/trackerError';
import type { TextOptions } from './textOptions';
import { trackerErrorText } from './trackerErrorText';

/**
 * What went wrong, for a person, with the next step; undefined where nobody foresaw it: that is a bug.
 * `tracker` is what people call the tracker that was asked.
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

/** How a bug is told: it is ours, and the log has what a report needs. */
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

/** Errors of Node's file system calls, and of VS Code's own. */
function isOfSystem(error: unknown): error is Error {
  return error instanceof Error && ('syscall' in error || error.name.endsWith('(FileSystemError)'));
}
