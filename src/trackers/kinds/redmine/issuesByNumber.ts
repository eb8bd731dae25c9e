import * as z from 'zod';
import { isOfPlace } from '../../../core/tracker/trackerError';
import type { HttpClient } from '../../http/httpClient';
import { issuesPageSchema } from './redmineSchemas';

const numberSchema = z.object({ id: z.int() });
const oneSchema = z.object({ issue: numberSchema.loose() });
const include = 'relations';

/**
 * The issues with these numbers, as they came; those that are not there, or not ours to see, are left out. Redmine knows
 * the condition since 3.3; before, it lists everything, and the issues are asked for one by one.
 *
 * @throws {TrackerError}
 */
export async function issuesByNumber(
  http: HttpClient,
  numbers: readonly number[],
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  const query = { issue_id: numbers.join(','), status_id: '*', include, limit: numbers.length };
  const { issues } = await http.ask({ path: '/issues.json', query }, issuesPageSchema, signal);
  const isAnother = (entry: unknown): boolean => {
    const { data } = numberSchema.safeParse(entry);
    return data !== undefined && !numbers.includes(data.id);
  };
  return issues.some(isAnother) ? oneByOne(http, numbers, signal) : issues;
}

async function oneByOne(
  http: HttpClient,
  numbers: readonly number[],
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const number of numbers) {
    try {
      const { issue } = await http.ask(
        { path: `/issues/${number}.json`, query: { include } },
        oneSchema,
        signal,
      );
      found.push(issue);
    } catch (error) {
      if (!isOfPlace(error)) throw error;
    }
  }
  return found;
}
