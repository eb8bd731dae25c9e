import * as z from 'zod';
import type { CodeTie } from '../../../core/goal/codeLink';
import { listOrNone } from '../../mapping/listOrNone';
import type { TrackerContext } from '../../port/adapter';
import type { CodeInquiry, CodeQuestion } from '../../port/codeInquiry';
import type { NumberedKeys } from '../../port/numberedKeys';

const answerSchema = z.object({
  issue: z.object({ changesets: listOrNone(z.object({ revision: z.string() })) }),
});

/** Asks Redmine for the changesets of an issue: the commits of its repositories that name it in Redmine's own way. */
export class RedmineCode implements CodeInquiry {
  readonly answers = ['goal'] as const;

  constructor(
    private readonly context: TrackerContext,
    private readonly keys: NumberedKeys,
  ) {}

  async ask(question: CodeQuestion, signal: AbortSignal): Promise<readonly CodeTie[]> {
    const key = question.kind === 'goal' ? question.goal.key : '';
    const number = this.keys.numberOf(key);
    if (number === undefined) return [];
    const request = { path: `/issues/${number}.json`, query: { include: 'changesets' } };
    const { issue } = await this.context.http.ask(request, answerSchema, signal);
    // Repositories of other kinds number their revisions.
    return issue.changesets.map(({ revision }) => ({
      key,
      link: { kind: 'commit', sha: revision.toLowerCase() },
    }));
  }
}
