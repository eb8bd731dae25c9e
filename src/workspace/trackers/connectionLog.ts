import type { Log } from '../../core/log';

/** The log of one connection; every line begins with its name. */
export class ConnectionLog {
  constructor(
    private readonly name: string,
    private readonly log: Log,
  ) {}

  debug(line: string): void {
    this.log.debug(`${this.name}: ${line}`);
  }

  info(line: string): void {
    this.log.info(`${this.name}: ${line}`);
  }

  warn(line: string): void {
    this.log.warn(`${this.name}: ${line}`);
  }

  /** Logs an unforeseen error with its stack. */
  bug(error: unknown): void {
    this.log.error(`${this.name}: Goal Lens has a fault.`, error);
  }
}
