import type { Clock } from '../../../../src/core/clock';

/** A clock that a test turns by hand; sleeping turns it at once and is noted. */
export class TestClock implements Clock {
  readonly sleeps: number[] = [];

  constructor(private time = Date.UTC(2026, 10, 22, 12)) {}

  now = (): number => this.time;

  random = (): number => 0.5;

  sleep = (milliseconds: number, signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    this.sleeps.push(milliseconds);
    this.time += milliseconds;
    return Promise.resolve();
  };

  advance(milliseconds: number): void {
    this.time += milliseconds;
  }
}
