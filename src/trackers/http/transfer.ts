import axios from 'axios';
import { TrackerError } from '../../core/tracker/trackerError';
import type { AnswerHeaders } from './dialect';
import { networkError } from './networkError';

/** How long an answer may take, and how large it may be. */
export interface TransferLimits {
  /** The longest time without a byte, in milliseconds. */
  readonly silenceMs: number;
  /** From the request to the last byte, in milliseconds. */
  readonly totalMs: number;
  /** After unpacking, in bytes. */
  readonly maxBytes: number;
}

/** What is sent besides the address. */
export interface TransferRequest {
  readonly headers: Readonly<Record<string, string>>;
  /** Makes the request a POST; sent as JSON. */
  readonly body?: unknown;
}

/** An answer before it is read. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: Uint8Array;
}

/**
 * Sends one request to an address and returns its answer, whatever its status.
 *
 * @throws {TrackerError} for the faults of the network
 */
export type Transfer = (address: string, request: TransferRequest, signal: AbortSignal) => Promise<RawAnswer>;

const defaults: TransferLimits = { silenceMs: 30_000, totalMs: 120_000, maxBytes: 20 * 1024 * 1024 };

/** Sends requests by axios over Node's own clients, which VS Code leads through the proxies of its settings. */
export function axiosTransfer(limits: Partial<TransferLimits> = {}): Transfer {
  const { silenceMs, totalMs, maxBytes } = { ...defaults, ...limits };
  return async (address, request, signal) => {
    const { host } = new URL(address);
    const deadline = AbortSignal.timeout(totalMs);
    try {
      const answer = await axios.request<Uint8Array | undefined>({
        adapter: 'http',
        url: address,
        method: request.body === undefined ? 'GET' : 'POST',
        ...(request.body !== undefined && { data: JSON.stringify(request.body) }),
        headers: {
          ...request.headers,
          ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
        },
        proxy: false,
        maxRedirects: 0,
        maxContentLength: maxBytes,
        maxBodyLength: maxBytes,
        timeout: silenceMs,
        signal: AbortSignal.any([signal, deadline]),
        responseType: 'arraybuffer',
        transformResponse: (data: unknown) => data,
        validateStatus: () => true,
      });
      const headers = Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
      );
      return { status: answer.status, headers, body: answer.data ?? new Uint8Array() };
    } catch (error) {
      if (signal.aborted) throw new TrackerError('stopped', { host });
      if (deadline.aborted) throw new TrackerError('timeout', { host });
      // What is no fault of the network is one of ours.
      throw networkError(error, host) ?? error;
    }
  };
}
