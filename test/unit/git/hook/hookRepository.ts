import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cleanGit } from '../../../../scripts/cleanGit.mjs';
import { Git } from '../../../../src/git/run/git';
import { hookNames } from '../../../../src/git/hook/hookFile';
import { planHook, type HookPlan } from '../../../../src/git/hook/hookPlan';
import { hookScript } from '../../../../src/git/hook/hookScript';
import { GitRepositoryFixture } from '../../../support/gitRepository';

/** How one commit is made. */
export interface CommitOptions {
  /** Shell text that is the editor; `$1` is the file. Without it, an editor that is opened fails. */
  readonly editor?: string;
  readonly input?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** How a git command ended. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Git for the code under test. */
export const plainGit = new Git(() => 'git');

/** An editor that types above what it is opened on. */
export const typing = (text: string): string => `printf '${text}' | cat - "$1" >"$1.new"; mv "$1.new" "$1"`;

/** The shells of this machine that run the hook in the tests; `sh` is whatever the system has. */
export const shells = ['sh', 'dash', 'bash --posix', 'busybox sh'].filter((shell) => {
  const [program = ''] = shell.split(' ');
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
});

/** A repository on the branch `feature/SHOP-142` that knows the project SHOP, without the hook. */
export class HookRepository extends GitRepositoryFixture {
  readonly links = join(this.root, '.git/goal-lens/links');
  readonly hooks = join(this.root, '.git/hooks');

  constructor(...initOptions: string[]) {
    super(...initOptions);
    this.commit('README.md', 'Shop\n', 'First');
    this.git('checkout', '--quiet', '-b', 'feature/SHOP-142');
    mkdirSync(join(this.root, '.git/goal-lens'), { recursive: true });
    this.link('project.known', 'SHOP');
  }

  /** Adds an entry to the links file. */
  link(name: string, value: string): void {
    this.git('config', '--file', this.links, '--add', name, value);
  }

  /** Puts the hook where git runs it, in a shell of choice. */
  useHook(shell = 'sh'): void {
    for (const name of hookNames) {
      writeFileSync(join(this.root, '.git/goal-lens', name), hookScript);
      this.writeHook(name, `exec ${shell} '${join(this.root, '.git/goal-lens', name)}' "$@"`);
    }
  }

  writeHook(name: string, body: string, mode = 0o755): string {
    mkdirSync(this.hooks, { recursive: true });
    const path = join(this.hooks, name);
    writeFileSync(path, `#!/bin/sh\n${body}\n`);
    chmodSync(path, mode);
    return path;
  }

  /** What installing would do, from the top or from another folder. */
  plan(from = this.root): Promise<HookPlan> {
    return planHook(plainGit, from);
  }

  /** The plan, which must be of this kind. */
  async planned<K extends HookPlan['kind']>(kind: K, from?: string): Promise<HookPlan & { kind: K }> {
    const found = await this.plan(from);
    assert.equal(found.kind, kind, JSON.stringify(found));
    return found as HookPlan & { kind: K };
  }

  /** Every path below the top, those of git's own files too. */
  paths(): string[] {
    return readdirSync(this.root, { recursive: true }).map(String).sort();
  }

  head(): string {
    return this.git('rev-parse', 'HEAD').trim();
  }

  /** Runs git and answers with how it ended. */
  try(args: readonly string[], options: CommitOptions = {}): Outcome {
    const editor = join(this.root, '.git/test-editor');
    writeFileSync(editor, `set -e\n${options.editor ?? 'exit 1'}\n`);
    return spawnSync('git', args, {
      cwd: options.cwd ?? this.root,
      encoding: 'utf8',
      input: options.input ?? '',
      env: { ...cleanGit, GIT_EDITOR: `sh '${editor}'`, ...options.env },
    });
  }

  /** Commits something new and answers with the message as git keeps it. */
  commitWith(args: readonly string[], options: CommitOptions = {}): string {
    const outcome = this.try(['commit', '--quiet', '--allow-empty', ...args], options);
    if (outcome.status !== 0) throw new Error(`git commit ended with ${outcome.status}: ${outcome.stderr}`);
    return this.message(options.cwd);
  }

  /** The message of a commit, byte for byte. */
  message(cwd = this.root, commit = 'HEAD'): string {
    const { stdout } = this.try(['cat-file', 'commit', commit], { cwd });
    return stdout.slice(stdout.indexOf('\n\n') + 2);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }
}
