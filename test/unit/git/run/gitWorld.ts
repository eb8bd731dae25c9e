import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanGit } from '../../../../scripts/cleanGit.mjs';

/** A folder with repositories that all hold the same commits, and a program that nothing of ours may ever run. */
export class GitWorld {
  readonly folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'goal-lens world ')));
  private readonly marker = join(this.folder, 'was-run');
  /** Fails, and leaves a trace. */
  readonly trap = join(this.folder, 'trap');
  private count = 0;

  constructor() {
    writeFileSync(this.trap, `#!/bin/sh\necho "$0 $*" >>'${this.marker}'\nexit 1\n`);
    chmodSync(this.trap, 0o755);
  }

  /** What the trap was called with since the last time; empty where nothing called it. */
  caught(): string {
    if (!existsSync(this.marker)) return '';
    const calls = readFileSync(this.marker, 'utf8');
    rmSync(this.marker);
    return calls;
  }

  git(root: string, args: readonly string[], input: string | Buffer = ''): string {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', env: cleanGit, input });
  }

  /** A new path in the folder. */
  path(name: string): string {
    this.count += 1;
    return join(this.folder, `${name} ${this.count}`);
  }

  /** A repository on the branch `feature/SHOP-142`, three commits above `main`, with a signature, Latin-1 and notes. */
  make(...initOptions: string[]): string {
    const root = this.path('made');
    const git = (...args: string[]): string => this.git(root, args);
    this.git(this.folder, ['init', '--quiet', '--initial-branch=main', ...initOptions, root]);
    git('config', 'user.name', 'Ana');
    git('config', 'user.email', 'ana@shop.example');
    git('config', 'core.autocrlf', 'false');
    let minute = 0;
    const commit = (path: string, message: string | Buffer, ...options: string[]): void => {
      minute += 1;
      writeFileSync(join(root, path), `${minute}\n`.repeat(minute));
      git('add', '--', path);
      const when = `2026-03-01T10:${String(minute).padStart(2, '0')}:00Z`;
      const env = { ...cleanGit, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when };
      const args = [...options, 'commit', '--quiet', '--cleanup=verbatim', '--file=-'];
      execFileSync('git', args, { cwd: root, env, input: message });
    };
    commit('README.md', 'First\n');
    git('checkout', '--quiet', '-b', 'feature/SHOP-142');
    commit('größe.txt', 'SHOP-142: signed\n');
    const signature = '-----BEGIN PGP SIGNATURE-----\n \n iQ\n -----END PGP SIGNATURE-----';
    const signed = git('cat-file', 'commit', 'HEAD').replace('\n\n', `\ngpgsig ${signature}\n\n`);
    const id = this.git(root, ['hash-object', '-t', 'commit', '-w', '--stdin'], signed).trim();
    git('reset', '--quiet', '--soft', id);
    const latin1 = Buffer.from('Größe für SHOP-8\n\nInitiative: SHOP-7\n', 'latin1');
    commit('größe.txt', latin1, '-c', 'i18n.commitEncoding=ISO-8859-1');
    commit('a.txt', 'Names nothing\n');
    git('notes', '--ref=goals', 'add', '-m', 'Initiative: SHOP-9', 'HEAD');
    git('notes', 'add', '-m', 'Größe SHOP-10', 'HEAD');
    return root;
  }

  /** A copy of a repository, to the byte. */
  copyOf(root: string): string {
    const copy = this.path('copy');
    cpSync(root, copy, { recursive: true });
    return copy;
  }

  /** A partial clone whose origin is gone. */
  partialCloneOf(root: string, filter: string, hasNotes: boolean): string {
    const origin = this.copyOf(root);
    this.git(origin, ['config', 'uploadpack.allowFilter', 'true']);
    this.git(origin, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
    const clone = this.path('clone');
    this.git(this.folder, [
      'clone',
      '--quiet',
      '--no-local',
      `--filter=${filter}`,
      `file://${origin}`,
      clone,
    ]);
    this.git(clone, ['fetch', '--quiet', 'origin', 'refs/notes/*:refs/notes/*']);
    this.git(clone, ['branch', '--quiet', 'main', 'origin/main']);
    // Nothing is published, so that the branch can be reworded.
    for (const ref of ['HEAD', 'main', 'feature/SHOP-142']) {
      this.git(clone, ['update-ref', '--no-deref', '-d', `refs/remotes/origin/${ref}`]);
    }
    // Git fetches the notes that it shows.
    if (hasNotes) this.git(clone, ['log', '--notes=goals']);
    this.git(clone, ['config', 'user.name', 'Ana']);
    this.git(clone, ['config', 'user.email', 'ana@shop.example']);
    // Not even asked for what it had.
    this.git(clone, ['config', 'remote.origin.uploadpack', `'${this.trap}'`]);
    rmSync(origin, { recursive: true });
    return clone;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
