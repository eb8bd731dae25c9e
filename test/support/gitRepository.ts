import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cleanGit } from '../../scripts/cleanGit.mjs';

/** A git repository in a temporary folder, made with git itself and free of the user's configuration. */
export class GitRepositoryFixture {
  readonly root = realpathSync.native(mkdtempSync(join(tmpdir(), 'goal-lens git ')));

  constructor(...initOptions: string[]) {
    this.git('init', '--quiet', '--initial-branch=main', ...initOptions, '.');
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.root, encoding: 'utf8', env: cleanGit });
  }

  write(path: string, content: string): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /** Writes a file, commits it and answers with the commit. */
  commit(path: string, content: string, message: string): string {
    this.write(path, content);
    this.git('add', '--', path);
    this.git('commit', '--quiet', '--cleanup=verbatim', `--message=${message}`);
    return this.git('rev-parse', 'HEAD').trim();
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 3 });
  }
}
