import { isCancellation } from '../core/errors';
import type { Services } from './services';

/** Runs a person's request; an error becomes a message, and its details go to the log. */
export async function guarded(
  { log, textOptions }: Pick<Services, 'log' | 'textOptions'>,
  id: string,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (isCancellation(error)) {
      log.debug(`${id} was cancelled.`);
      return;
    }
    log.error(`${id} failed.`, error);
    const [{ bugText, faultText }, { tellFault }] = await Promise.all([
      import('../presentation/faultText'),
      import('./waysOut'),
    ]);
    const message = faultText(error, textOptions()) ?? bugText(error);
    // Not awaited: a command ends when it fails, not when its message is dismissed.
    tellFault(error, message).catch((fault: unknown) => log.error('A way out was not taken.', fault));
  }
}
