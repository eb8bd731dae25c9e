import { isLandingFault } from '../git/landing/landingError';
import { faultText } from '../presentation/faultText';
import { oneLine } from '../presentation/oneLine';
import { textOptions, type CliPlace } from './cliPlace';
import { exitCodes, type ExitCode } from './exitCodes';

/** Tells a person why there is no answer, and a script by the exit code. @throws the error itself if it is a bug */
export function tellFault(error: unknown, place: CliPlace): ExitCode {
  const text = faultText(error, textOptions(place));
  if (text === undefined) throw error;
  place.complain(`goal-lens: ${oneLine(text)}\n`);
  if (isLandingFault(error, 'noSuchBranch')) return exitCodes.usage;
  return isLandingFault(error, 'noCommits') ? exitCodes.nothing : exitCodes.cannotTell;
}
