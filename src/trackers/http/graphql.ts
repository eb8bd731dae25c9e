import * as z from 'zod';
import { TrackerError, type TrackerErrorReason } from '../../core/tracker/trackerError';
import { shapeError } from './statusError';
import type { HttpClient } from './httpClient';

const errorSchema = z.object({
  message: z.string().catch('no message'),
  type: z.string().optional().catch(undefined),
  extensions: z
    .object({ code: z.string().optional().catch(undefined), type: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
const answerSchema = z.object({
  // A query that was rejected before it ran has no data at all. https://spec.graphql.org/October2021/#sec-Data
  data: z.unknown().optional(),
  errors: z.array(errorSchema).optional().catch(undefined),
});

/** One error of a GraphQL answer. */
export type GraphqlError = z.output<typeof errorSchema>;

/** A query and where to send it. */
export interface GraphqlRequest {
  /** Below the connection's address. */
  readonly path: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The data of a GraphQL answer, and the errors that came with it. */
export interface GraphqlAnswer<T> {
  readonly data: T;
  readonly errors: readonly GraphqlError[];
}

/**
 * Sends a GraphQL query. Errors beside usable data are passed on; without usable data they are the fault.
 *
 * @throws {TrackerError}
 */
export async function graphql<T extends z.ZodType>(
  http: HttpClient,
  host: string,
  { path, query, variables }: GraphqlRequest,
  schema: T,
  signal: AbortSignal,
): Promise<GraphqlAnswer<z.output<T>>> {
  const { data, errors = [] } = await http.ask({ path, body: { query, variables } }, answerSchema, signal);
  const result = schema.safeParse(data);
  if (result.success) return { data: result.data, errors };
  const [first] = errors;
  if (!first) throw shapeError(host, result.error.issues);
  throw new TrackerError(reasonOf(first), { host, detail: http.quote(first.message) });
}

/** The reason that a GraphQL error stands for, by the codes of the supported services. */
export function reasonOf({ type, extensions }: GraphqlError): TrackerErrorReason {
  const code = [type, extensions?.code, extensions?.type].join(' ');
  if (/rate.?limit/i.test(code)) return 'rateLimited';
  if (/authentication|unauthenticated/i.test(code)) return 'unauthorized';
  if (/forbidden|insufficient_scopes|feature.?not.?accessible/i.test(code)) return 'forbidden';
  if (/not.?found/i.test(code)) return 'notFound';
  return 'rejected';
}
