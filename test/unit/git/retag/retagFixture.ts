import assert from 'node:assert/strict';
import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { harmedMessage, mendedMessage } from '../../../../src/core/message/harmedMessage';
import { BranchError, type BranchFault } from '../../../../src/git/branches/branchError';
import { Git } from '../../../../src/git/run/git';
import { RetagError, type RetagFault } from '../../../../src/git/retag/retagError';
import { GitRepositoryFixture } from '../../../support/gitRepository';

/** The git that the code under test runs. */
export const pipedGit = new Git(() => 'git');
/** A signal that never fires. */
export const never = new AbortController().signal;

/** A repository whose git knows a person, as the code under test brings none along. */
export class RetagFixture extends GitRepositoryFixture {
  private readonly others: GitRepositoryFixture[] = [];
  private files = 0;
  private kept = { files: 0, others: 0 };

  constructor(...initOptions: string[]) {
    super(...initOptions);
    const person = '[user]\n\tname = Ana\n\temail = ana@shop.example\n';
    appendFileSync(join(this.root, '.git/config'), `${person}[core]\n\tautocrlf = false\n`);
  }

  head(revision = 'HEAD'): string {
    return this.git('rev-parse', revision).trim();
  }

  /** Commits some new file with this message. */
  add(message: string): string {
    this.files += 1;
    return this.commit(`file${this.files}.txt`, `${this.files}\n`, message);
  }

  /** Makes a commit of each message, byte for byte, on top of the branch; answers with them, oldest first. */
  async addMany(messages: readonly string[]): Promise<string[]> {
    const parts = messages.flatMap((message, at) => [
      'commit refs/heads/made-by-test',
      `committer Ana <ana@shop.example> ${1_700_000_000 + at} +0100`,
      `data ${Buffer.byteLength(message)}`,
      message,
      ...(at === 0 ? [`from ${this.head()}`] : []),
    ]);
    await pipedGit.run(this.root, ['fast-import', '--quiet'], { input: `${parts.join('\n')}\n` });
    const made = this.git('rev-list', '--reverse', 'HEAD..made-by-test').trim().split('\n');
    this.git('update-ref', 'HEAD', 'made-by-test');
    this.git('branch', '--quiet', '-D', 'made-by-test');
    return made;
  }

  /** Writes a commit object as it stands and makes it the tip of the branch. */
  async tip(content: string | Buffer): Promise<string> {
    const args = ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'];
    const sha = (await pipedGit.run(this.root, args, { input: content })).trim();
    this.git('update-ref', 'HEAD', sha);
    return sha;
  }

  /** The bytes of a commit, as Latin-1. */
  async raw(revision: string): Promise<string> {
    return (await pipedGit.bytes(this.root, ['cat-file', 'commit', revision])).toString('latin1');
  }

  /** The message of a commit, to the byte. */
  async message(revision: string): Promise<string> {
    const raw = await this.raw(revision);
    return Buffer.from(raw.slice(raw.indexOf('\n\n') + 2), 'latin1').toString();
  }

  trailers(revision: string): string {
    return this.git('log', '-1', '--format=%(trailers:only,unfold)', revision).trim();
  }

  /** Makes a remote `origin` that has the branch at this commit. */
  publish(revision = 'HEAD', branch = 'main'): void {
    if (this.others.length === 0) {
      const other = new GitRepositoryFixture('--bare', `--object-format=${this.objectFormat()}`);
      this.others.push(other);
      this.git('remote', 'add', 'origin', other.root);
    }
    this.git('push', '--quiet', 'origin', `${revision}:refs/heads/${branch}`);
  }

  /** Every ref, the index and the files. */
  state(): string {
    return `${this.git('for-each-ref')}\n${this.fileState()}`;
  }

  /** What the index and the files hold. Not the times in the index, which `git status` itself refreshes. */
  fileState(): string {
    const status = this.git('status', '--porcelain', '--untracked-files=all');
    return `${status}\n${this.git('ls-files', '--stage')}`;
  }

  assertSound(): void {
    assert.equal(this.git('fsck', '--strict', '--no-dangling', '--no-progress'), '');
  }

  /** Keeps what there is: tests that start alike copy files instead of running git a dozen times each. */
  save(): void {
    this.kept = { files: this.files, others: this.others.length };
    for (const root of this.roots()) copy(root, saved(root));
  }

  /** Puts back what was saved, whatever happened since. */
  restore(): void {
    for (const other of this.others.splice(this.kept.others)) other.remove();
    this.files = this.kept.files;
    for (const root of this.roots()) {
      erase(root);
      copy(saved(root), root);
    }
  }

  override remove(): void {
    for (const root of this.roots()) erase(saved(root));
    super.remove();
    for (const other of this.others) other.remove();
  }

  private roots(): string[] {
    return [this, ...this.others].map(({ root }) => root);
  }

  private objectFormat(): string {
    return this.git('rev-parse', '--show-object-format').trim();
  }
}

function saved(root: string): string {
  return `${root} saved`;
}

function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
}

function erase(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** A repository with one commit for the suite at hand; each test finds it like that. */
export function restoredRepository(): RetagFixture {
  const repository = new RetagFixture();
  before(() => {
    repository.add('Start');
    repository.save();
  });
  afterEach(() => repository.restore());
  after(() => repository.remove());
  return repository;
}

/** Asserts that something is refused for this reason, in one sentence with a next step. */
export async function assertRefused(
  running: Promise<unknown>,
  fault: RetagFault | BranchFault,
): Promise<void> {
  await assert.rejects(running, (error: unknown) => {
    assert.ok(error instanceof RetagError || error instanceof BranchError, String(error));
    assert.equal(error.fault, fault, error.message);
    assert.match(error.message, /^[A-Z“].*[:,] .*\.$/);
    return true;
  });
}

/** The message mended, under this title where it has none. */
export const mend =
  (earlier?: string) =>
  (message: string): string => {
    const harmed = harmedMessage(message, 'Initiative');
    return harmed ? mendedMessage(harmed, 'Initiative', earlier) : message;
  };
