import * as z from 'zod';
import type { CodeLink, CodeTie } from '../../../core/goal/codeLink';
import type { Goal } from '../../../core/goal/goal';
import { readCodeAddress } from '../../../core/references/codeAddress';
import { TrackerError } from '../../../core/tracker/trackerError';
import { graphql } from '../../http/graphql';
import { closingLinks, linkedBranch } from '../../mapping/codeLinks';
import { listOrNone } from '../../mapping/listOrNone';
import type { TrackerContext } from '../../port/adapter';
import type { CodeInquiry, CodeQuestion } from '../../port/codeInquiry';

const nodesOf = <T extends z.ZodType>(entry: T) =>
  z
    .object({ nodes: listOrNone(entry) })
    .nullish()
    .catch(undefined)
    .transform((connection) => connection?.nodes ?? []);
const mergeRequestSchema = z.object({
  webUrl: z.string(),
  sourceBranch: z.string(),
  sourceProject: z.object({ webUrl: z.string() }).nullish(),
});
const widgetSchema = z.object({
  closingMergeRequests: nodesOf(z.object({ mergeRequest: mergeRequestSchema })),
  relatedMergeRequests: nodesOf(mergeRequestSchema),
  relatedBranches: nodesOf(z.object({ name: z.string() })),
});
const answerSchema = z.object({ workItem: z.object({ widgets: listOrNone(widgetSchema) }).nullish() });
type Widget = z.output<typeof widgetSchema>;

const mergeRequest = '{ webUrl sourceBranch sourceProject { webUrl } }';
/** GitLab answers this for only one work item per request. */
const related = `relatedMergeRequests(first: 20) { nodes ${mergeRequest} }
    relatedBranches(first: 20) { nodes { name } }`;

/** Asks GitLab for what is under “Development” of one work item. */
export class GitlabCode implements CodeInquiry {
  readonly answers = ['goal'] as const;
  private readonly host: string;
  /** Servers before 17.6 do not know all of it. */
  private isOld = false;

  constructor(private readonly context: TrackerContext) {
    this.host = new URL(context.connection.url).host;
  }

  async ask(question: CodeQuestion, signal: AbortSignal): Promise<readonly CodeTie[]> {
    if (question.kind !== 'goal' || !question.goal.id.startsWith('gid://')) return [];
    const { goal } = question;
    const widgets = await this.widgetsOf(goal.id, signal);
    return widgets.flatMap((widget) => linksOf(widget, goal).map((link) => ({ key: goal.key, link })));
  }

  private async widgetsOf(id: string, signal: AbortSignal): Promise<readonly Widget[]> {
    const path = '/api/graphql';
    const query = `query GoalLensDevelopment($id: WorkItemID!) {
  workItem(id: $id) { widgets { __typename ... on WorkItemWidgetDevelopment {
    closingMergeRequests(first: 20) { nodes { mergeRequest ${mergeRequest} } }
    ${this.isOld ? '' : related}
  } } }
}`;
    try {
      const request = { path, query, variables: { id } };
      const { data } = await graphql(this.context.http, this.host, request, answerSchema, signal);
      return data.workItem?.widgets ?? [];
    } catch (error) {
      if (this.isOld || !(error instanceof TrackerError) || error.reason !== 'rejected') throw error;
      this.isOld = true;
      return this.widgetsOf(id, signal);
    }
  }
}

function linksOf(
  { closingMergeRequests, relatedMergeRequests, relatedBranches }: Widget,
  { url }: Goal,
): CodeLink[] {
  const project = url?.split('/-/')[0];
  return [
    ...closingMergeRequests.flatMap(({ mergeRequest: each }) =>
      closingLinks(each.webUrl, each.sourceBranch, each.sourceProject?.webUrl),
    ),
    ...relatedMergeRequests.flatMap(({ webUrl }) => readCodeAddress(webUrl) ?? []),
    ...relatedBranches.flatMap(({ name }) => linkedBranch(name, project)),
  ];
}
