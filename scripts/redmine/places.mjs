// @ts-check
import { join } from 'node:path';

/** Where the package puts Redmine's sources. */
export const redmineRoot = '/usr/share/redmine';

/**
 * Where databases, keys and logs are. Redmine runs as a user of its own, who can read few checkouts,
 * and it is installed for the whole system: so its state is not in the checkout either.
 */
export const stateDir = '/var/lib/goal-lens-redmine';

/** Which packages the installation added, so that a purge removes these and no others. */
export const addedPackagesFile = join(stateDir, 'added-packages.json');

/** The data of the Redmine that runs in the background. */
export const backgroundDir = join(stateDir, 'background');

/** Says where the Redmine in the background is; there while it runs. */
export const backgroundFile = join(stateDir, 'background.json');

/** Where each Redmine that a test starts has a folder of its own, for as long as it runs. */
export const runsDir = join(stateDir, 'runs');
