import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Git, type GitCall } from '../../src/git/run/git';

/** What a git does in the place of what it is asked for, as shell text. */
const programs = {
  /** It does nothing and says why. */
  fails: 'echo "fatal: injected fault" >&2; exit 128',
  /** Another git holds what it needs. */
  locked: `echo "fatal: Unable to create '/shop/.git/some.lock': File exists." >&2; exit 128`,
  /** It never ends. */
  hangs: 'exec sleep 600',
  /** It does what it is asked for, and ends before it says so. */
  dies: 'git "$@" >/dev/null; kill -9 $$',
  /** It is not there. */
  missing: '',
} as const;

/** A way in which a git fails. */
export type GitFaultKind = keyof typeof programs;

/** Every way in which a git fails. */
export const gitFaultKinds = Object.keys(programs) as GitFaultKind[];

/** Git whose nth call, counted from 1, runs another program. */
class FaultyGit extends Git {
  calls = 0;
  private readonly faulty: Git;

  constructor(
    private readonly nth: number,
    program: string,
  ) {
    super(() => 'git');
    this.faulty = new Git(() => program);
  }

  override stream(
    folder: string,
    args: readonly string[],
    call: GitCall | AbortSignal = {},
  ): AsyncGenerator<Buffer, void> {
    this.calls += 1;
    if (this.calls !== this.nth) return super.stream(folder, args, call);
    // A person would wait for a minute.
    const given = call instanceof AbortSignal ? { signal: call } : call;
    return this.faulty.stream(folder, args, { ...given, silenceMs: 500 });
  }
}

/** Gits of which one call fails. */
export class FaultyGits {
  private readonly folder = mkdtempSync(join(tmpdir(), 'goal-lens-gits-'));

  constructor() {
    for (const [name, text] of Object.entries(programs)) {
      if (text === '') continue;
      writeFileSync(join(this.folder, name), `#!/bin/sh\n${text}\n`);
      chmodSync(join(this.folder, name), 0o755);
    }
  }

  /** Runs something with a git whose nth call, counted from 1, fails; says how it ended, and whether there was one. */
  async run(
    nth: number,
    kind: GitFaultKind,
    work: (git: Git) => Promise<unknown>,
  ): Promise<{ readonly hadFault: boolean; readonly error?: unknown }> {
    const git = new FaultyGit(nth, join(this.folder, kind));
    try {
      await work(git);
      return { hadFault: git.calls >= nth };
    } catch (error) {
      return { hadFault: git.calls >= nth, error };
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
