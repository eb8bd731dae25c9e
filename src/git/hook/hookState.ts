import { appendTo } from '../../core/appendTo';
import { access, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InvalidTagError } from '../../core/message/commitTag';
import { isReference } from '../../core/references/referencesInValue';
import { changeLinks } from '../links/changeLinks';
import type { Git } from '../run/git';

/** What the commit hook needs to know from the editor, because it cannot see the goals. */
export interface HookState {
  /** The trailer's name, without the colon. */
  readonly trailer: string;
  /** The known projects, in upper case. */
  readonly projects: Iterable<string>;
  /** Those of the projects that we made up, see `GoalCatalog.inventedProjects`. */
  readonly invented?: Iterable<string>;
  /**
   * The keys to tag each branch's commits with. An empty list means that there is nothing to tag, and keeps the hook
   * from guessing. Branches left out keep what was written for them.
   */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** All existing branches, if known: tags of any other branch are dropped. */
  readonly branches?: ReadonlySet<string>;
}

const trailerSyntax = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;
const tagEntry = /^branch\.(.+)\.tag$/s;
/** How many characters the names of projects may take together: Windows allows no longer command line than twice that. */
const maxProjects = 16_000;

/**
 * Writes the state into a repository's links file where it differs from what is there; other entries stay.
 *
 * @param linksPath the absolute path of `<common git dir>/goal-lens/links`
 * @throws {InvalidTagError} if the trailer or a key is not safe in a trailer
 * @throws {GitError} if the file is damaged, locked or cannot be written
 */
export async function writeHookState(git: Git, linksPath: string, state: HookState): Promise<void> {
  check(state);
  const folder = dirname(linksPath);
  await mkdir(folder, { recursive: true });
  const change = (...args: string[]): Promise<void> => changeLinks(git, folder, linksPath, args);
  const before = (await exists(linksPath))
    ? parseListing(await git.run(folder, ['config', '--file', linksPath, '--null', '--list']))
    : new Map<string, string[]>();

  for (const [name, values] of wanted(state, before)) {
    const had = before.get(name) ?? [];
    if (had.length === values.length && had.every((value, at) => value === values[at])) continue;
    const [first, ...others] = values;
    if (first === undefined) await change('--unset-all', name);
    // A single step for the usual single value: a hook that runs meanwhile sees the old one or the new one.
    else await change('--replace-all', name, first);
    for (const value of others) await change('--add', name, value);
  }
}

/** The entries as they should be; an entry without values should not exist. */
function wanted(state: HookState, before: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const { trailer, projects, invented = [], tags, branches } = state;
  const entries = new Map<string, string[]>([
    ['commit.trailer', [trailer]],
    ['project.known', listed(projects)],
    ['project.invented', listed(invented)],
  ]);
  for (const [branch, keys] of tags) {
    entries.set(`branch.${branch}.tag`, keys.length > 0 ? [...new Set(keys)] : ['']);
  }
  for (const name of branches ? before.keys() : []) {
    const branch = tagEntry.exec(name)?.[1];
    if (branch !== undefined && !branches?.has(branch)) entries.set(name, []);
  }
  return entries;
}

/** Names in one value, as each value costs a run of git; those that are too many are left out. */
function listed(names: Iterable<string>): string[] {
  let list = '';
  for (const name of [...new Set(names)].sort()) {
    const longer = list === '' ? name : `${list} ${name}`;
    if (longer.length > maxProjects) break;
    list = longer;
  }
  return list === '' ? [] : [list];
}

function check({ trailer, tags }: HookState): void {
  if (!trailerSyntax.test(trailer)) throw new InvalidTagError('token', trailer);
  const unsafe = [...tags.values()].flat().find((key) => !isReference(key));
  if (unsafe !== undefined) throw new InvalidTagError('key', unsafe);
}

function parseListing(listing: string): Map<string, string[]> {
  const entries = new Map<string, string[]>();
  for (const entry of listing.split('\0').filter(Boolean)) {
    const feed = entry.indexOf('\n');
    const name = feed < 0 ? entry : entry.slice(0, feed);
    appendTo(entries, name, feed < 0 ? '' : entry.slice(feed + 1));
  }
  return entries;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
