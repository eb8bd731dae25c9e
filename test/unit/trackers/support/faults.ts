import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { TrackerErrorReason } from '../../../../src/core/tracker/trackerError';
import type { TransferLimits } from '../../../../src/trackers/http/transfer';
import { testToken } from './connect';
import type { Misbehaviour } from './faultServer';
import { TestClock } from './testClock';

/** One way in which a tracker can fail us. */
export interface Fault {
  readonly name: string;
  readonly reason: TrackerErrorReason;
  readonly misbehave: Misbehaviour;
  readonly tls?: boolean;
  /** How long the tracker must be left alone afterwards, in milliseconds. */
  readonly pauseMs?: number;
  /** Real time passes here: these keep it short. */
  readonly limits?: Partial<TransferLimits>;
}

const now = new TestClock().now();
const minute = 60_000;
const megabyte = Buffer.alloc(1024 * 1024, ' ');
const json = { 'Content-Type': 'application/json' };

/** An answer with a status; its body is what services say, the token included. */
function status(code: number, headers: Readonly<Record<string, string>> = {}): Misbehaviour {
  const message = `Token ${testToken} has ${'no '.repeat(80)} access: Basic ${testToken}`;
  return (response) => {
    response.writeHead(code, { ...json, ...headers });
    response.end(
      JSON.stringify({ message, error: { message }, errors: [message], errorMessages: [message] }),
    );
  };
}

function ok(text: string | Buffer, headers: Readonly<Record<string, string>> = {}): Misbehaviour {
  return (response) => {
    response.writeHead(200, { ...json, ...headers });
    response.end(text);
  };
}

function redirect(to: (elsewhere: string, path: string) => string): Misbehaviour {
  return (response, request, elsewhere) => {
    response.writeHead(302, { Location: to(elsewhere, request.url ?? '/') });
    response.end();
  };
}

/** Sends one megabyte after the other, as fast as they are taken. */
function stream(response: ServerResponse, left: number): void {
  if (left === 0) response.end();
  else if (!response.destroyed) response.write(megabyte, () => stream(response, left - 1));
}

function tooMany(after: string | undefined, pauseMs: number, more: Record<string, string> = {}): Fault {
  const headers = { ...(after !== undefined && { 'Retry-After': after }), ...more };
  const name = `429 with ${JSON.stringify(headers)}`;
  return { name, reason: 'rateLimited', misbehave: status(429, headers), pauseMs };
}

/** Every fault that is one of the service or of the way to it, whatever the tracker's kind. */
export const faults: readonly Fault[] = [
  { name: '401', reason: 'unauthorized', misbehave: status(401) },
  { name: '403', reason: 'forbidden', misbehave: status(403) },
  { name: '404', reason: 'notFound', misbehave: status(404) },
  { name: '407', reason: 'proxy', misbehave: status(407) },
  { name: '410', reason: 'gone', misbehave: status(410) },
  { name: '418', reason: 'rejected', misbehave: status(418) },
  tooMany('120', 2 * minute),
  tooMany(new Date(now + 5 * minute).toUTCString(), 5 * minute),
  tooMany(new Date(now - 5 * minute).toUTCString(), 0),
  tooMany('0', 0),
  tooMany('9'.repeat(400), 15 * minute),
  tooMany('-5', minute),
  tooMany('garbage 12', minute),
  tooMany(undefined, minute),
  tooMany(undefined, minute, { 'X-RateLimit-Reset': String((now + 10 * minute) / 1000) }),
  { name: '500', reason: 'serverError', misbehave: status(500) },
  { name: '503', reason: 'serverError', misbehave: status(503) },
  {
    name: '503 with Retry-After',
    reason: 'serverError',
    misbehave: status(503, { 'Retry-After': '300' }),
    pauseMs: 5 * minute,
  },
  { name: 'no answer', reason: 'timeout', misbehave: () => undefined, limits: { silenceMs: 100 } },
  {
    name: 'an answer that drips',
    reason: 'timeout',
    misbehave: (response) => {
      response.writeHead(200, json);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    },
    limits: { totalMs: 150 },
  },
  {
    name: 'an answer cut half-way',
    reason: 'unreachable',
    misbehave: (response) => {
      response.writeHead(200, { ...json, 'Content-Length': '1000' });
      response.write('{"issues":[', () => response.destroy());
    },
  },
  {
    name: 'a connection that is closed at once',
    reason: 'unreachable',
    misbehave: (response) => response.destroy(),
  },
  { name: 'another content type', reason: 'notJson', misbehave: ok('{}', { 'Content-Type': testToken }) },
  {
    name: 'a page to sign in at',
    reason: 'notJson',
    misbehave: ok('<!doctype html><title>Sign in</title>', { 'Content-Type': 'text/html' }),
  },
  { name: 'truncated JSON', reason: 'notJson', misbehave: ok('{"issues":[{"id":1,') },
  { name: 'invalid JSON', reason: 'notJson', misbehave: ok('{issues: nonsense}') },
  { name: 'JSON of another shape', reason: 'wrongShape', misbehave: ok('42') },
  { name: 'an empty body', reason: 'notJson', misbehave: ok('') },
  { name: '204', reason: 'notJson', misbehave: (response) => response.writeHead(204).end() },
  {
    name: '304 that nobody asked for',
    reason: 'rejected',
    misbehave: (response) => response.writeHead(304).end(),
  },
  {
    name: '50 MB with a length',
    reason: 'tooLarge',
    misbehave: (response) => {
      response.writeHead(200, { ...json, 'Content-Length': String(50 * megabyte.length) });
      stream(response, 50);
    },
  },
  {
    name: '50 MB in chunks',
    reason: 'tooLarge',
    misbehave: (response) => {
      response.writeHead(200, json);
      stream(response, 50);
    },
  },
  {
    name: 'a small answer that unpacks to 32 MB',
    reason: 'tooLarge',
    misbehave: ok(gzipSync(Buffer.alloc(32 * megabyte.length, ' ')), { 'Content-Encoding': 'gzip' }),
  },
  { name: 'broken gzip', reason: 'notJson', misbehave: ok('no gzip', { 'Content-Encoding': 'gzip' }) },
  {
    name: 'a redirect to another host',
    reason: 'redirected',
    misbehave: redirect((host) => `${host}/stolen`),
  },
  { name: 'a redirect to itself', reason: 'redirected', misbehave: redirect((_, path) => path) },
  { name: 'a redirect to nowhere', reason: 'redirected', misbehave: redirect(() => 'http://[nowhere') },
  { name: 'a certificate of its own making', reason: 'tls', tls: true, misbehave: ok('{}') },
];
