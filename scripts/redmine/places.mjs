// @ts-check
import { join } from 'node:path';

/** Where the package puts Redmine's sources. */
export const redmineRoot = '/usr/share/redmine';

/**
 * Where databases, keys and logs are kept. They are not in the checkout, because Redmine runs as a user of its own, who
 * can read few checkouts, and is installed for the whole system.
 */
export const stateDir = '/var/lib/goal-lens-redmine';

/** Lists the packages that the installation added, so that a purge removes these and no others. */
export const addedPackagesFile = join(stateDir, 'added-packages.json');

/** The data of the Redmine that runs in the background. */
export const backgroundDir = join(stateDir, 'background');

/** Says where the background Redmine is; exists while it runs. */
export const backgroundFile = join(stateDir, 'background.json');

/** Where each Redmine started by a test has its own folder while it runs. */
export const runsDir = join(stateDir, 'runs');
