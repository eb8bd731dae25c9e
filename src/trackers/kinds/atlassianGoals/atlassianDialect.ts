import * as z from 'zod';
import type { HttpDialect } from '../../http/dialect';
import { jiraDialect } from '../jira/jiraDialect';

const errorsSchema = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

/**
 * The GraphQL gateway of a site, which signs in and counts as its Jira does.
 * https://developer.atlassian.com/platform/goals/goals-graphql-api/
 */
export const atlassianDialect: HttpDialect = {
  ...jiraDialect,
  message: (json) => errorsSchema.safeParse(json).data?.errors[0]?.message,
};
