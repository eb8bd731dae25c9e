import * as z from 'zod';
import type { TrackerErrorReason } from '../../../core/tracker/trackerError';
import type { AnswerHead, AnswerHeaders, HttpDialect, RateLimit } from '../../http/dialect';
import { reasonOf } from '../../http/graphql';
import { rateLimitIn } from '../../http/rateLimit';

const text = z.string().optional().catch(undefined);
const refusalSchema = z.object({
  errors: z
    .array(
      z.object({
        message: z.string().catch('no message'),
        extensions: z
          .object({ code: text, type: text, userPresentableMessage: text })
          .optional()
          .catch(undefined),
      }),
    )
    .min(1),
});

/** Linear's GraphQL API with an API key or an OAuth token. https://linear.app/developers/graphql */
export const linearDialect: HttpDialect = {
  // An API key stands alone; only OAuth has a scheme before it.
  authorize: (token) => ({ Authorization: token.startsWith('lin_oauth') ? `Bearer ${token}` : token }),
  rateLimit: readRateLimit,
  refusal,
  message: (json) => {
    const first = refusalSchema.safeParse(json).data?.errors[0];
    return first?.extensions?.userPresentableMessage ?? first?.message;
  },
};

/** Requests and points are counted apart; the times are epoch milliseconds. */
function readRateLimit(headers: AnswerHeaders): RateLimit | undefined {
  const points = rateLimitIn(headers, 'x-ratelimit-complexity', Number);
  return points?.remaining === 0 ? points : rateLimitIn(headers, 'x-ratelimit-requests', Number);
}

/** Linear says 400 to much that has a status of its own, a used-up limit among it. */
function refusal({ status, json }: AnswerHead): TrackerErrorReason | undefined {
  const [first] = refusalSchema.safeParse(json).data?.errors ?? [];
  if (!first) return undefined;
  const reason = reasonOf({ ...first, type: undefined });
  if (reason === 'rateLimited' || reason === 'unauthorized') return reason;
  // Errors beside usable data are no refusal, and a status that says more than "rejected" stands.
  return status === 400 ? reason : undefined;
}
