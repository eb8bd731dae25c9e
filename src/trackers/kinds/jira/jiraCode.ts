import * as z from 'zod';
import type { CodeLink, CodeTie } from '../../../core/goal/codeLink';
import { readCodeAddress } from '../../../core/references/codeAddress';
import { linkedBranch } from '../../mapping/codeLinks';
import { listOrNone } from '../../mapping/listOrNone';
import type { TrackerContext } from '../../port/adapter';
import type { CodeInquiry, CodeQuestion } from '../../port/codeInquiry';

const root = '/rest/dev-status/1.0/issue';
/** What is told apart: each is a request of its own for each provider. */
const types = ['pullrequest', 'branch', 'repository'] as const;
/** More code hosts than a team has. */
const maxProviders = 4;

const count = z.object({ count: z.number().catch(0) });
const typeSchema = z
  .object({ byInstanceType: z.record(z.string(), count).catch({}) })
  .nullish()
  .catch(undefined);
const summarySchema = z.object({
  summary: z.object({ pullrequest: typeSchema, branch: typeSchema, repository: typeSchema }),
});
const text = z.string().nullish().catch(undefined);
const detailSchema = z.object({
  detail: listOrNone(
    z.object({
      branches: listOrNone(z.object({ name: z.string(), repository: z.object({ url: text }).nullish() })),
      pullRequests: listOrNone(
        z.object({
          url: z.string(),
          repositoryUrl: text,
          source: z.object({ branch: text }).nullish().catch(undefined),
        }),
      ),
      repositories: listOrNone(z.object({ commits: listOrNone(z.object({ id: z.string() })) })),
    }),
  ),
});
type Detail = z.output<typeof detailSchema>['detail'][number];

/** Asks Jira for its development status: what the connected code hosts have told about an issue. */
export class JiraCode implements CodeInquiry {
  readonly answers = ['goal'] as const;

  constructor(private readonly context: TrackerContext) {}

  async ask(question: CodeQuestion, signal: AbortSignal): Promise<readonly CodeTie[]> {
    if (question.kind !== 'goal' || !/^\d+$/.test(question.goal.id)) return [];
    const { id: issueId, key } = question.goal;
    const { http } = this.context;
    const { summary } = await http.ask(
      { path: `${root}/summary`, query: { issueId } },
      summarySchema,
      signal,
    );
    const ties: CodeTie[] = [];
    for (const dataType of types) {
      const providers = Object.entries(summary[dataType]?.byInstanceType ?? {});
      const used = providers.filter(([, each]) => each.count > 0).slice(0, maxProviders);
      for (const [applicationType] of used) {
        const request = { path: `${root}/detail`, query: { issueId, applicationType, dataType } };
        const { detail } = await http.ask(request, detailSchema, signal);
        for (const link of detail.flatMap(linksOf)) ties.push({ key, link });
      }
    }
    return ties;
  }
}

function linksOf({ branches, pullRequests, repositories }: Detail): CodeLink[] {
  return [
    ...branches.flatMap(({ name, repository }) => linkedBranch(name, repository?.url ?? undefined)),
    ...pullRequests.flatMap(({ url, repositoryUrl, source }) => [
      ...[readCodeAddress(url) ?? []].flat(),
      ...(source?.branch ? linkedBranch(source.branch, repositoryUrl ?? undefined) : []),
    ]),
    ...repositories.flatMap(({ commits }) =>
      commits.map(({ id }): CodeLink => ({ kind: 'commit', sha: id.toLowerCase() })),
    ),
  ];
}
