// @ts-check
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { withLock } from '../vscode/lock.mjs';
import { installRedmine } from './install.mjs';
import { redmineRoot, stateDir } from './places.mjs';
import { asRedmineUser, makeRedmineFolder, redmineEnvironment } from './redmineUser.mjs';
import { run } from './run.mjs';

/**
 * @typedef {object} Seed What seed.rb made, all by id.
 * @property {SeedIssues} issues
 * @property {number} firstFiller
 * @property {number} lastFiller
 * @property {{ shop: number, warehouse: number, vault: number }} projects The user is no member of the vault.
 * @property {{ admin: number, robin: number, priya: number }} users
 * @property {{ spring: number, summer: number, someday: number, past: number }} versions
 * @property {{ objective: number, initiative: number, epic: number, story: number, bug: number }} trackers
 * @property {{ low: number, normal: number, high: number, urgent: number, immediate: number }} priorities
 * @property {SeedFields} customFields
 *
 * @typedef {object} SeedIssues
 * @property {number} objective
 * @property {number} initiative Below the objective, with every impact field.
 * @property {number} epic Below the initiative.
 * @property {number} story Below the epic.
 * @property {number} secondStory Below the epic.
 * @property {number} secondEpic Below the initiative.
 * @property {number} closedStory Below the second epic.
 * @property {number} rejectedStory Below the second epic.
 * @property {number} blocker A bug that blocks the story.
 * @property {number} secondInitiative Below the objective, with some impact fields.
 * @property {number} thirdEpic Below the second initiative.
 * @property {number} bareInitiative Without a parent and without impact.
 * @property {number} orphanStory Without a parent.
 * @property {number} otherProjectInitiative In the warehouse.
 * @property {number} otherProjectEpic In the warehouse, below the initiative of the shop.
 * @property {number} hidden In the vault.
 * @property {number} childOfHidden In the shop, below the hidden one.
 *
 * @typedef {object} SeedFields
 * @property {number} customersAffected
 * @property {number} revenueAtStake
 * @property {number} customerTier
 * @property {number} customers
 * @property {number} customerQuote
 *
 * @typedef {object} Golden A seeded database that is only ever copied.
 * @property {string} name Another one for every change of the seed.
 * @property {string} database
 * @property {string} apiKey Of Robin Fields, a reporter in the shop and the warehouse.
 * @property {string} adminKey
 * @property {Seed} seed
 */

/** @typedef {'en' | 'de' | 'es'} Language English is the shop of seed.rb, the others are what seedInLanguage.rb makes. */

/** @param {Language} language */
const seedFile = (language) => join(import.meta.dirname, language === 'en' ? 'seed.rb' : 'seedInLanguage.rb');

/**
 * The work in progress: the locks protect against other processes, not against two calls in one.
 * @type {Map<Language, Promise<Golden>>}
 */
const underWay = new Map();

/**
 * Installs Redmine and seeds a database, each only if needed, and returns where it is.
 * @param {{ log?: (line: string) => void, language?: Language }} [options]
 * @returns {Promise<Golden>}
 */
export function seedRedmine({ log = (line) => console.log(line), language = 'en' } = {}) {
  const before = underWay.get(language);
  if (before) return before;
  const work = installAndSeed(log, language).finally(() => underWay.delete(language));
  underWay.set(language, work);
  return work;
}

/** @param {(line: string) => void} log @param {Language} language @returns {Promise<Golden>} */
async function installAndSeed(log, language) {
  const folder = goldenFolder(await installRedmine({ log }), language);
  if (!existsSync(folder))
    await withLock(join(stateDir, 'seed.lock'), log, async () => {
      if (existsSync(folder)) return;
      await removeGolden(language);
      await makeGolden(folder, log, language);
    });
  return JSON.parse(await readFile(join(folder, 'golden.json'), 'utf8'));
}

/**
 * Whether the current seed.rb has made its database.
 * @param {string} version Of the installed Redmine.
 */
export function isSeeded(version) {
  return existsSync(goldenFolder(version, 'en'));
}

/**
 * The folder of a seeded database: a change of the seed, or another Redmine, needs a new one.
 * @param {string} version
 * @param {Language} language
 */
function goldenFolder(version, language) {
  const hash = createHash('sha256')
    .update(version)
    .update(readFileSync(seedFile(language)));
  return join(stateDir, `golden-${language}-${hash.digest('hex').slice(0, 12)}`);
}

/** Removes every seeded database of a language, whatever its seed. @param {Language} language */
async function removeGolden(language) {
  const names = await readdir(stateDir);
  const old = names.filter((name) => name.startsWith(`golden-${language}-`));
  await Promise.all(old.map((name) => rm(join(stateDir, name), { recursive: true })));
}

/** @param {string} folder @param {(line: string) => void} log @param {Language} language */
async function makeGolden(folder, log, language) {
  log('Redmine: making its tables and the goals of a shop (about 15 s)…');
  const draft = `${folder}.draft`;
  await mkdir(stateDir, { recursive: true });
  await makeRedmineFolder(draft);
  const [apiKey, adminKey] = [randomBytes(20).toString('hex'), randomBytes(20).toString('hex')];
  const env = redmineEnvironment(join(draft, 'redmine.sqlite3'), {
    REDMINE_USER_KEY: apiKey,
    REDMINE_ADMIN_KEY: adminKey,
    REDMINE_LANGUAGE: language,
    // Where a migration writes the schema; only root can write to the default place.
    SCHEMA: join(draft, 'schema.rb'),
  });
  const seeding = { cwd: redmineRoot, env };
  await run(asRedmineUser('bundle', 'exec', 'rake', 'db:migrate'), seeding);
  // Through standard input, because that user may not be able to read files of the checkout.
  const input = await readFile(seedFile(language), 'utf8');
  const output = await run(asRedmineUser('bundle', 'exec', 'rails', 'runner', '-'), { ...seeding, input });
  const seed = JSON.parse(output.trim().split('\n').at(-1) ?? '');
  /** @type {Golden} */
  const golden = {
    name: basename(folder),
    database: join(folder, 'redmine.sqlite3'),
    apiKey,
    adminKey,
    seed,
  };
  await writeFile(join(draft, 'golden.json'), JSON.stringify(golden, undefined, 2), { mode: 0o600 });
  await rename(draft, folder);
}
