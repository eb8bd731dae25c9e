import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReferenceRules } from '../../../../src/core/links/referenceRules';
import { Git } from '../../../../src/git/run/git';
import { HistoryIndex, type HistoryOptions } from '../../../../src/git/history/historyIndex';
import { GitRepositoryFixture } from '../../../support/gitRepository';

/** The rules of most tests. */
export const shopRules: ReferenceRules = { trailer: 'Initiative', projects: new Set(['SHOP']) };

/** A commit for `importCommits`: whatever git can hold, bytes that are not UTF-8 among it. */
export interface ImportedCommit {
  readonly message: string | Buffer;
  /** Seconds since 1970; a minute after the commit before by default. */
  readonly time?: number;
  /** Numbers of earlier commits in the list, from 1; the one before by default. */
  readonly parents?: readonly number[];
  readonly files?: readonly (string | Buffer)[];
}

/** A repository, with the folders for stores and the further repositories that a test asks for: removed together. */
export class HistoryFixture extends GitRepositoryFixture {
  private readonly others: GitRepositoryFixture[] = [];
  private readonly folders: string[] = [];

  /** Makes a further repository. */
  another(...initOptions: string[]): GitRepositoryFixture {
    const made = new GitRepositoryFixture(...initOptions);
    this.others.push(made);
    return made;
  }

  folder(): string {
    const made = realpathSync.native(mkdtempSync(join(tmpdir(), 'goal-lens store ')));
    this.folders.push(made);
    return made;
  }

  /** Opens the index of this repository; each has a store of its own where none is given. */
  open(options: Partial<HistoryOptions> = {}): Promise<HistoryIndex> {
    return this.openAt(this.root, options);
  }

  /** Opens the index of any folder. */
  openAt(root: string, options: Partial<HistoryOptions> = {}): Promise<HistoryIndex> {
    return HistoryIndex.open({
      git: new Git(() => 'git'),
      root,
      folder: this.folder(),
      rules: shopRules,
      ...options,
    });
  }

  /** Brings an index up to date and makes sure that one made anew says the same; the subjects of the keys' commits. */
  async updated(index: HistoryIndex, ...keys: string[]): Promise<string[]> {
    await index.update();
    const fresh = await this.open();
    await fresh.update();
    const asked = new Set(keys);
    assert.deepEqual(shasOf(index, asked).sort(), shasOf(fresh, asked).sort());
    assert.deepEqual(index.filesOf(asked), fresh.filesOf(asked));
    return subjectsOf(index, ...keys);
  }

  override remove(): void {
    super.remove();
    for (const each of this.others) each.remove();
    for (const each of this.folders) rmSync(each, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The subjects of the commits of these keys, newest first. */
export function subjectsOf(index: HistoryIndex, ...keys: string[]): string[] {
  return index.commitsOf(new Set(keys)).map(({ subject }) => subject);
}

function shasOf(index: HistoryIndex, keys: ReadonlySet<string>): string[] {
  return index.commitsOf(keys).map(({ sha }) => sha);
}

/** Writes commits to a branch (`main` unless told) with `git fast-import`, and answers with their names. */
export function importCommits(
  root: string,
  commits: readonly ImportedCommit[],
  ref = 'refs/heads/main',
): string[] {
  const parts: Buffer[] = [];
  const add = (part: string | Buffer): unknown => parts.push(Buffer.from(part as string));
  commits.forEach(({ message, time, parents, files = [] }, at) => {
    const bytes = Buffer.from(message as string);
    const when = time ?? 1_600_000_000 + at * 60;
    add(
      `commit ${ref}\nmark :${at + 1}\ncommitter Ana <ana@shop.example> ${when} +0000\ndata ${bytes.length}\n`,
    );
    add(bytes);
    add('\n');
    const [first = at, ...merged] = parents ?? [];
    if (first > 0) add(`from :${first}\n`);
    for (const parent of merged) add(`merge :${parent}\n`);
    for (const file of files) {
      add('M 100644 inline ');
      add(typeof file === 'string' ? quoted(file) : file);
      add(`\ndata ${String(at).length}\n${at}\n`);
    }
  });
  execFileSync('git', ['fast-import', '--quiet', '--force'], {
    cwd: root,
    input: Buffer.concat(parts),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  return execFileSync('git', ['rev-list', '--reverse', '--topo-order', ref], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n');
}

function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
