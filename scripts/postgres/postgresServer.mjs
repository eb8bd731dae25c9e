// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { installPostgres } from './install.mjs';

/**
 * A private PostgreSQL server: it listens on a socket in a temporary folder, and ends with the process that started it.
 */
export class PostgresServer {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #process;

  constructor() {
    this.programs = installPostgres();
    this.folder = mkdtempSync(join(tmpdir(), 'goal-lens-pg-'));
    chmodSync(this.folder, 0o755);
    // PostgreSQL refuses to run as root.
    this.user = process.getuid?.() === 0 ? ordinaryUser() : undefined;
    if (this.user) chownSync(this.folder, this.user.uid, this.user.gid);
  }

  /** Creates an empty database and starts to serve it. */
  async start() {
    const data = join(this.folder, 'data');
    const init = ['-D', data, '--auth=trust', '--username=goals', '--encoding=UTF8', '--no-locale', '-N'];
    const { status, stderr } = spawnSync(join(this.programs, 'initdb'), init, this.#options());
    if (status !== 0) throw new Error(`initdb failed.\n${stderr}`);
    const settings = [
      '-c',
      'listen_addresses=',
      '-c',
      'fsync=off',
      '-c',
      `unix_socket_directories=${this.folder}`,
    ];
    const server = spawn(join(this.programs, 'postgres'), ['-D', data, ...settings], {
      ...this.#options(),
      stdio: 'ignore',
    });
    this.#process = server;
    while (!existsSync(join(this.folder, '.s.PGSQL.5432'))) {
      if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}.`);
      await delay(20);
    }
  }

  /**
   * Runs SQL in psql and returns the selected rows as JSON texts, one per line.
   * @param {string} sql
   * @param {string} cwd
   */
  psql(sql, cwd) {
    const options = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', this.folder, '-U', 'goals'];
    const { status, stdout, stderr } = spawnSync(join(this.programs, 'psql'), [...options, 'postgres'], {
      cwd,
      input: sql,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (status !== 0) throw new Error(`psql failed.\n${stderr}`);
    return stdout;
  }

  async stop() {
    const server = this.#process;
    if (server && server.exitCode === null) {
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** @returns {import('node:child_process').SpawnSyncOptionsWithStringEncoding} */
  #options() {
    return {
      cwd: this.folder,
      encoding: 'utf8',
      ...(this.user && { uid: this.user.uid, gid: this.user.gid }),
    };
  }
}

/** The user that the package created for its server, who owns its files. */
function ordinaryUser() {
  const { uid, gid } = statSync('/var/lib/postgresql');
  return { uid, gid };
}
