import { isCancellation } from '../core/errors';
import type { Services } from './services';

/** Runs what a person asked for; a fault becomes a message, and the rest of it goes to the log. */
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
    // Not awaited: a command is over when it has failed, not when its message is read.
    tellFault(error, message).catch((fault: unknown) => log.error('A way out was not taken.', fault));
  }
}
