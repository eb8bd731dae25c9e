// @ts-check
// Serves goals from a JSON file as the contract goal-lens/v1 (docs/rest.md): node server.mjs goals.json --port 8142
import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {{ key: string, id?: string, updated?: string, project?: string, [field: string]: unknown }} Goal
 * @typedef {{ id: string, at: string }} Deletion What is gone, and since when.
 * @typedef {{ id: string, name: string }} Project
 * @typedef {{ goals: readonly Goal[], deleted?: readonly Deletion[], projects?: readonly Project[] }} Data
 * @typedef {{ data: () => Data, token?: string | undefined, name?: string, now?: () => Date }} Options
 */

const schema = 'goal-lens/v1';
const largestPage = 200;

/** What goes wrong, as problem details (RFC 9457). */
class Problem extends Error {
  /** @param {number} status @param {string} title @param {string} detail */
  constructor(status, title, detail) {
    super(detail);
    this.status = status;
    this.title = title;
  }
}

/** Where a goal stands in the list: in the order of change, so that paging skips nothing. @param {Goal} goal */
const placeOf = ({ updated, id, key }) => `${updated ? new Date(updated).toISOString() : ''} ${id ?? key}`;

/** @param {Options} options */
export function createGoalServer({ data, token, name = 'Example goals', now = () => new Date() }) {
  /** @type {Data | undefined} */
  let sortedOf;
  /** @type {{ place: string, goal: Goal }[]} */
  let sorted = [];

  /** The goals in order; sorted anew only when there are others. @param {Data} current */
  const inOrder = (current) => {
    if (sortedOf === current) return sorted;
    sorted = current.goals.map((goal) => ({ place: placeOf(goal), goal }));
    sorted.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
    sortedOf = current;
    return sorted;
  };

  /** @param {URLSearchParams} query */
  const listGoals = (query) => {
    const current = data();
    const since = time(query.get('updatedSince'));
    const keys = query.get('keys')?.toUpperCase().split(',');
    const projects = keys ? undefined : query.get('project')?.split(',');
    const cursor = query.get('cursor');
    const after = cursor === null ? undefined : Buffer.from(cursor, 'base64url').toString();
    const limit = Number(query.get('limit') ?? largestPage);
    if (!Number.isInteger(limit) || limit < 1 || limit > largestPage)
      throw new Problem(400, 'Bad parameter', `limit must be 1 to ${largestPage}.`);
    if (keys && keys.length > 100) throw new Problem(400, 'Bad parameter', 'keys takes at most 100 keys.');
    const found = inOrder(current).filter(
      ({ place, goal }) =>
        (after === undefined || place > after) &&
        // A goal whose change nobody noted comes every time.
        (since === undefined || !goal.updated || Date.parse(goal.updated) >= since) &&
        (!keys || keys.includes(goal.key.toUpperCase())) &&
        (!projects || projects.includes(goal.project ?? '')),
    );
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const gone = (current.deleted ?? []).filter(({ at }) => since !== undefined && Date.parse(at) >= since);
    return {
      schema,
      nextCursor: last && found.length > limit ? Buffer.from(last.place).toString('base64url') : null,
      ...(after === undefined && { total: found.length }),
      goals: page.map(({ goal }) => goal),
      deleted: after === undefined ? gone.map(({ id }) => id) : [],
    };
  };

  /** @param {URL} url */
  const answer = ({ pathname, searchParams }) => {
    if (pathname === '/goals') return listGoals(searchParams);
    if (pathname === '/health') return { schema, name };
    const { projects } = data();
    if (pathname === '/projects' && projects) return { schema, projects };
    throw new Problem(404, 'Not found', `There is nothing at ${pathname}.`);
  };

  return createServer((request, response) => {
    try {
      if (token && !isSame(request.headers.authorization ?? '', `Bearer ${token}`))
        throw new Problem(401, 'Unauthorized', 'The token is missing or not valid.');
      if (request.method !== 'GET') throw new Problem(405, 'Not allowed', 'Goals can only be read.');
      const content = answer(new URL(request.url ?? '/', 'http://localhost'));
      const body = 'goals' in content ? { ...content, generatedAt: now().toISOString() } : content;
      // The time of the answer is no change: without it, unchanged goals have the same ETag.
      const etag = `"${createHash('sha256').update(JSON.stringify(content)).digest('base64url')}"`;
      const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' };
      if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end();
      else
        response.writeHead(200, { ...headers, 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    } catch (error) {
      const { status, title, message } =
        error instanceof Problem ? error : new Problem(500, 'Fault', 'The goals could not be read.');
      response.writeHead(status, { 'Content-Type': 'application/problem+json' });
      response.end(JSON.stringify({ type: 'about:blank', title, status, detail: message }));
    }
  });
}

/** @param {string | null} text */
function time(text) {
  if (text === null) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Problem(400, 'Bad parameter', 'updatedSince must be an ISO date and time.');
  return at;
}

/** Compares without telling by its time how much was right. @param {string} a @param {string} b */
function isSame(a, b) {
  const hash = (/** @type {string} */ text) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: '8142' }, token: { type: 'string' } },
  });
  const file = positionals[0] ?? new URL('goals.json', import.meta.url);
  const token = values.token ?? process.env['GOALS_TOKEN'];
  createGoalServer({ data: () => JSON.parse(readFileSync(file, 'utf8')), token }).listen(
    Number(values.port),
    '127.0.0.1',
    () => console.log(`Goals at http://127.0.0.1:${values.port}${token ? ', with a token' : ''}`),
  );
}
