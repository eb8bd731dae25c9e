import * as z from 'zod';
import type { CodeTie } from '../../../core/goal/codeLink';
import { graphql } from '../../http/graphql';
import type { TrackerContext } from '../../port/adapter';
import type { CodeInquiry, CodeQuestion } from '../../port/codeInquiry';

const query = `query GoalLensBranch($branch: String!) {
  issueVcsBranchSearch(branchName: $branch) { identifier }
}`;
const answerSchema = z.object({ issueVcsBranchSearch: z.object({ identifier: z.string() }).nullish() });

/** Asks Linear which issue a branch is for: it also knows names that it does not propose any more. */
export class LinearCode implements CodeInquiry {
  readonly answers = ['branch'] as const;

  constructor(private readonly context: TrackerContext) {}

  async ask(question: CodeQuestion, signal: AbortSignal): Promise<readonly CodeTie[]> {
    if (question.kind !== 'branch') return [];
    const { http, connection } = this.context;
    const request = { path: '/graphql', query, variables: { branch: question.name } };
    const { data } = await graphql(http, new URL(connection.url).host, request, answerSchema, signal);
    const key = data.issueVcsBranchSearch?.identifier;
    return key === undefined ? [] : [{ key, link: { kind: 'branch', name: question.name } }];
  }
}
