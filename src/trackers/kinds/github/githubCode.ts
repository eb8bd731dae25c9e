import * as z from 'zod';
import type { CodeTie } from '../../../core/goal/codeLink';
import { siteOf } from '../../../core/references/referenceStyle';
import { referenceStyleOf } from '../../connection/referenceStyle';
import { listOrNone } from '../../mapping/listOrNone';
import type { CodeInquiry, CodeQuestion } from '../../port/codeInquiry';
import { repositoryOf, type Repository } from './githubFollow';
import type { GithubReader } from './githubPage';
import type { GithubQuery } from './githubQueries';
import { optional } from './githubSchemas';

const issueSchema = z.object({
  number: z.int().positive(),
  repository: z.object({ nameWithOwner: z.string() }),
});
const pullRequestSchema = optional(
  z.object({ closingIssuesReferences: optional(z.object({ nodes: listOrNone(issueSchema) })) }),
);
const answerSchema = z.object({ repository: optional(z.record(z.string(), z.unknown())) });

/** Asks GitHub which issues pull requests close. */
export class GithubCode implements CodeInquiry {
  readonly answers = ['pullRequests'] as const;

  /** @param reader made at the first question */
  constructor(private readonly reader: () => GithubReader) {}

  async ask(question: CodeQuestion, signal: AbortSignal): Promise<readonly CodeTie[]> {
    if (question.kind !== 'pullRequests') return [];
    const { server, goals } = this.reader();
    const repository = repositoryAt(question.repository, goals.connection);
    if (!repository) return [];
    const query = pullRequestsQuery(repository, question.numbers);
    const { data } = await server.ask(query, answerSchema, signal);
    return question.numbers.flatMap((number) => {
      const request = pullRequestSchema.safeParse(data.repository?.[`n${number}`]).data;
      return (request?.closingIssuesReferences?.nodes ?? []).flatMap((issue): CodeTie[] => {
        const place = repositoryOf(issue.repository.nameWithOwner);
        if (!place) return [];
        const key = goals.keys.issueKey(place, issue.number);
        // Named as it was asked for: a clone of a renamed repository still has the old remotes.
        const link = {
          kind: 'pullRequest',
          number,
          repository: question.repository,
          isClosing: true,
        } as const;
        return [{ key, link }];
      });
    });
  }
}

/** The repository, if it is on the connection's own GitHub. */
function repositoryAt(
  place: string,
  connection: GithubReader['goals']['connection'],
): Repository | undefined {
  const style = referenceStyleOf(connection);
  const { host, base } = style ? siteOf(style) : { host: '', base: '' };
  const below = `${[host, base].filter(Boolean).join('/')}/`;
  return place.startsWith(below) ? repositoryOf(place.slice(below.length)) : undefined;
}

/** Issues and pull requests share their numbers: an issue is asked about too, and closes nothing. */
function pullRequestsQuery(repository: Repository, numbers: readonly number[]): GithubQuery {
  const fields = numbers.map(
    (number) => `    n${number}: issueOrPullRequest(number: ${number}) { __typename ...GoalLensCloses }`,
  );
  return {
    query: `query GoalLensPullRequests($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
${fields.join('\n')}
  }
}
fragment GoalLensCloses on PullRequest {
  closingIssuesReferences(first: 100) { nodes { number repository { nameWithOwner } } }
}`,
    variables: { ...repository },
  };
}
