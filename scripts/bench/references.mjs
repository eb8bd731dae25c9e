// @ts-check
// Measures how well the items that commits and branches name are found, over clones of public repositories:
// node scripts/bench/references.mjs --repositories DIR [--samples FILE]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { cleanGit } from '../cleanGit.mjs';
import { asOf, branchesOf, withoutRequests } from './references/branches.mjs';
import { publicRepositories } from './references/repositories.mjs';
import { referencesOf } from './references/world.mjs';
import { printTable } from './table.mjs';

const script = fileURLToPath(import.meta.url);
const projectRoot = resolve(script, '../../..');
/** A person's verdicts on the samples: a short hash of each finding, and whether it is right. */
const labelsFile = join(projectRoot, 'scripts/bench/references/labels.json');
const sampleSize = 100;

/** @typedef {import('./references/world.mjs').Core} Core */
/** @typedef {{ readonly id: string, readonly text: string }} Sample */
/** @typedef {{ readonly right: readonly string[], readonly wrong: readonly string[], readonly missed: readonly string[], readonly rightlyMissed: readonly string[] }} Labels What a person says of samples, by their ids. */

/**
 * Prints how many of the commits that name an item are linked, and the precision of the labelled samples.
 *
 * @param {{ repositories: string | undefined, samples?: string }} options
 */
export async function benchReferences({ repositories: folder, samples }) {
  const present =
    folder === undefined ? [] : publicRepositories.filter(({ name }) => existsSync(join(folder, name)));
  if (folder === undefined || present.length === 0) {
    console.log('\nReferences: clone these below one folder and give it as --repositories DIR.');
    for (const { name, url } of publicRepositories) console.log(`  git clone --bare ${url} ${name}`);
    return;
  }
  const dir = await mkdtemp(join(tmpdir(), 'goal-lens-references-'));
  try {
    const bundle = join(dir, 'core.mjs');
    await bundleCore(bundle);
    const core = /** @type {Core} */ (await import(pathToFileURL(bundle).href));
    /** @type {Labels} */
    const labels = JSON.parse(readFileSync(labelsFile, 'utf8'));
    /** @type {string[]} */
    const toRead = [];
    const rows = present.map((repository) => {
      const found = measure(core, repository, join(folder, repository.name));
      for (const kind of kindsIn(repository)) {
        toRead.push(
          ...sampleOf(found[kind]).map(({ id, text }) => `${repository.name} ${kind} ${id} ${text}`),
        );
      }
      return [
        repository.name,
        repository.isForBranches
          ? ''
          : `${found.linked} of ${found.named} (${percent(found.linked, found.named)})`,
        precision(found.commits, labels),
        precision(found.sure, labels),
        precision(found.bare, labels),
        recall(found, labels),
      ];
    });
    printTable(
      'Items that commits and branches name',
      [
        ...['', 'commits that name an item and are linked', 'right, of those read'],
        ...['branch names right', 'bare numbers right', 'branch names found'],
      ],
      rows,
      `Samples of ${sampleSize} were read by a person; what was found since then and not read is left out.`,
    );
    if (samples) writeFileSync(samples, `${toRead.join('\n')}\n`);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** @param {Core} core @param {import('./references/repositories.mjs').PublicRepository} repository @param {string} root */
function measure(core, repository, root) {
  const commits = git(root, [
    ...['log', '-z', '--format=%H%x01%ct%x01%s%x01%b', `--since=${repository.since ?? '1970-01-02'}`],
    repository.commit,
  ])
    .split('\0')
    .map((entry) => entry.split('\x01'))
    .filter(([sha]) => sha);
  const known = new Set(Array.from({ length: repository.newest }, (_, at) => at + 1));
  // Launchpad numbers all bugs of all projects together: only those that some trailer names are known.
  if (repository.newest === 0) {
    for (const [, , , body = ''] of commits)
      for (const [, number] of body.matchAll(/-bug: *#?(\d{5,9})/gi)) known.add(Number(number));
  }
  const references = referencesOf(core, repository, known);
  const ofBranches = referencesOf(core, repository, withoutRequests(known, commits));
  const rules = core.rulesIn(references, { trailer: 'Initiative' });
  let named = 0;
  let linked = 0;
  /** @type {Sample[]} */
  const found = [];
  for (const [sha = '', , subject = '', body = ''] of commits) {
    const keys = core.keysOfCommit({ subject, body }, rules);
    const isNamed = repository.named.test(`${subject}\n\n${body}`);
    if (isNamed) named += 1;
    if (isNamed && keys.length > 0) linked += 1;
    for (const { key, by, text } of keys) {
      const at = `${subject}\n${body}`.indexOf(text);
      const around = `${subject}\n${body}`
        .slice(Math.max(0, at - 60), at + text.length + 40)
        .replace(/\s+/g, ' ');
      found.push({ id: idOf(repository.name, sha, key), text: `${key} ${by}: ${around}` });
    }
  }
  /** @type {Sample[]} */
  const sure = [];
  /** Numbers with no other evidence: shown, but never written automatically. @type {Sample[]} */
  const bare = [];
  /** @type {Sample[]} */
  const missed = [];
  const heads = git(root, [
    ...['for-each-ref', `--format=%(refname:lstrip=2)%01%(committerdate:unix)`, 'refs/heads'],
  ]);
  for (const { name, newest } of branchesOf(commits, heads, repository)) {
    const links = core.linksOfBranch(name, core.noChoices, asOf(ofBranches, newest));
    const id = idOf(repository.name, name);
    const text = `${name} => ${links.map(({ key }) => key).join(', ')}`;
    if (links.length > 0) (links.every(core.isUnconfirmed) ? bare : sure).push({ id, text });
    else if (/\d{2}/.test(name)) missed.push({ id, text: name });
  }
  return { named, linked, commits: found, sure, bare, missed };
}

/** @param {import('./references/repositories.mjs').PublicRepository} repository */
function kindsIn({ isForBranches }) {
  const kinds = /** @type {const} */ (['sure', 'bare', 'missed', 'commits']);
  return isForBranches ? kinds.slice(0, 3) : kinds;
}

/** @param {...string} parts */
function idOf(...parts) {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}

/** The samples with the lowest hashes, the same for everybody. @param {readonly Sample[]} all */
function sampleOf(all) {
  return [...new Map(all.map((each) => [each.id, each])).values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, sampleSize);
}

/** @param {readonly Sample[]} all @param {Labels} labels */
function precision(all, { right, wrong }) {
  const samples = sampleOf(all);
  const good = samples.filter(({ id }) => right.includes(id)).length;
  const read = good + samples.filter(({ id }) => wrong.includes(id)).length;
  return read === 0 ? '' : `${good} of ${read}`;
}

/**
 * The share of the item names that are found, extrapolated from the samples.
 *
 * @param {Record<'sure' | 'bare' | 'missed', readonly Sample[]>} found @param {Labels} labels
 */
function recall({ sure, bare, missed }, { right, wrong, missed: lost, rightlyMissed }) {
  const all = [...sure, ...bare];
  const found = all.length * shareOf(all, right, wrong);
  const gone = missed.length * shareOf(missed, lost, rightlyMissed);
  return found + gone < 20 ? '' : percent(found, found + gone);
}

/** @param {readonly Sample[]} all @param {readonly string[]} these @param {readonly string[]} others */
function shareOf(all, these, others) {
  const ofThese = all.filter(({ id }) => these.includes(id)).length;
  return ofThese / Math.max(ofThese + all.filter(({ id }) => others.includes(id)).length, 1);
}

/** @param {number} part @param {number} whole */
function percent(part, whole) {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
}

/** @param {string} root @param {string[]} args */
function git(root, args) {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: root,
    env: cleanGit,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** @param {string} outfile */
async function bundleCore(outfile) {
  const modules = [
    'catalog/goalCatalog',
    'references/remote',
    'links/referenceRules',
    'links/commitKeys',
    'links/branchLinks',
  ];
  await build({
    stdin: {
      contents: modules.map((each) => `export * from './src/core/${each}';`).join('\n'),
      resolveDir: projectRoot,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  });
}

if (process.argv[1] === script) {
  const [, , ...args] = process.argv;
  const valueOf = (/** @type {string} */ name) =>
    args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
  const samples = valueOf('--samples');
  await benchReferences({
    repositories: valueOf('--repositories'),
    ...(samples !== undefined && { samples }),
  });
}
