import axios from 'axios';
import { TrackerError } from '../../core/tracker/trackerError';
import type { AnswerHeaders } from './dialect';

/** How long an answer may take, and how large it may be. */
export interface TransferLimits {
  /** The longest time without a byte, in milliseconds. */
  readonly silenceMs: number;
  /** From the request to the last byte, in milliseconds. */
  readonly totalMs: number;
  /** After unpacking, in bytes. */
  readonly maxBytes: number;
}

/** An answer before it is checked. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly text: string;
}

const defaults: TransferLimits = { silenceMs: 30_000, totalMs: 120_000, maxBytes: 20 * 1024 * 1024 };

/**
 * Sends one request and returns its answer, whatever its status.
 *
 * @throws {TrackerError} `timeout` and `stopped`, and axios' errors for the rest of the network's faults
 */
export async function transfer(
  address: URL,
  request: { readonly headers: Readonly<Record<string, string>>; readonly body?: unknown },
  signal: AbortSignal,
  limits: Partial<TransferLimits> = {},
): Promise<RawAnswer> {
  const { silenceMs, totalMs, maxBytes } = { ...defaults, ...limits };
  const deadline = AbortSignal.timeout(totalMs);
  try {
    const answer = await axios.request<string>({
      adapter: 'http',
      url: address.href,
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
      responseType: 'text',
      transformResponse: (data: unknown) => data,
      validateStatus: () => true,
    });
    const headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
    return { status: answer.status, headers, text: typeof answer.data === 'string' ? answer.data : '' };
  } catch (error) {
    if (signal.aborted) throw new TrackerError('stopped', { host: address.host });
    if (deadline.aborted) throw new TrackerError('timeout', { host: address.host });
    throw error;
  }
}
