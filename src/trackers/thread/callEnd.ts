import { TrackerError } from '../../core/tracker/trackerError';
import { faultMessage, faultOf, type FaultMessage } from './faultMessage';

/** The functions that one end of a port offers to the other. */
type Offer<T> = {
  readonly [Name in keyof T]: (argument: never, signal: AbortSignal) => unknown;
};
type Argument<F extends (...given: never) => unknown> = Parameters<F>[0];
type Answer<F extends (...given: never) => unknown> = Awaited<ReturnType<F>>;

type Message =
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly argument: unknown }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly fault: FaultMessage };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** One end of a port over which two threads call each other's functions. */
export class CallEnd<Theirs extends Offer<Theirs>, Ours extends Offer<Ours>> {
  private readonly waiting = new Map<number, Waiting>();
  private readonly running = new Map<number, AbortController>();
  private next = 0;

  constructor(
    private readonly port: { postMessage(message: unknown): void },
    private readonly ours: Ours,
  ) {}

  /** Calls a function of the other end. @throws {TrackerError} `stopped`, and what the function throws */
  async call<Name extends keyof Theirs & string>(
    name: Name,
    argument: Argument<Theirs[Name]>,
    signal?: AbortSignal,
  ): Promise<Answer<Theirs[Name]>> {
    if (signal?.aborted) throw new TrackerError('stopped');
    const id = (this.next += 1);
    let stop: (() => void) | undefined;
    try {
      return (await new Promise<unknown>((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        stop = () => {
          this.post({ type: 'cancel', id });
          reject(new TrackerError('stopped'));
        };
        signal?.addEventListener('abort', stop);
        this.post({ type: 'call', id, name, argument });
      })) as Answer<Theirs[Name]>;
    } finally {
      this.waiting.delete(id);
      if (stop) signal?.removeEventListener('abort', stop);
    }
  }

  /** Calls a function of the other end without waiting for it; how it ends is not told here. */
  tell<Name extends keyof Theirs & string>(name: Name, argument: Argument<Theirs[Name]>): void {
    this.post({ type: 'call', id: (this.next += 1), name, argument });
  }

  /** Ends every call that has no answer yet, and stops what the other end asked for. */
  fail(error: unknown): void {
    for (const { reject } of this.waiting.values()) reject(error);
    for (const stop of this.running.values()) stop.abort();
  }

  /** Takes a message that the other end has posted. */
  take(posted: unknown): void {
    const message = posted as Message;
    switch (message.type) {
      case 'call':
        return void this.answer(message.id, message.name as keyof Ours, message.argument);
      case 'cancel':
        return this.running.get(message.id)?.abort();
      case 'answer':
        return this.waiting.get(message.id)?.resolve(message.value);
      case 'failed':
        return this.waiting.get(message.id)?.reject(faultOf(message.fault));
    }
  }

  private async answer(id: number, name: keyof Ours, argument: unknown): Promise<void> {
    const stop = new AbortController();
    this.running.set(id, stop);
    try {
      this.post({ type: 'answer', id, value: await this.ours[name](argument as never, stop.signal) });
    } catch (error) {
      this.post({ type: 'failed', id, fault: faultMessage(error) });
    } finally {
      this.running.delete(id);
    }
  }

  private post(message: Message): void {
    this.port.postMessage(message);
  }
}
