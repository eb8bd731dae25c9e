import * as z from 'zod';
import { pageEntries } from '../../http/pageEntries';
import type { GithubField, GithubIssue, GithubMilestone } from './githubIssue';
import { listOrNone } from '../../mapping/listOrNone';
import { optional } from './githubSchemas';

// Answers of the REST interface. https://docs.github.com/en/rest/issues/issues

const text = optional(z.string());

/** A page of a list, each entry still to be checked by itself. */
export const restListSchema = pageEntries;

/** One entry, still to be checked. */
export const restEntrySchema = z.looseObject({});

/** Who is signed in. */
export const userSchema = z.object({ login: z.string(), name: text });

/** Repositories that the person can see. */
export const repositoriesSchema = listOrNone(
  z.object({
    full_name: z.string(),
    description: text,
    archived: optional(z.boolean()),
    has_issues: optional(z.boolean()),
  }),
);

const fieldSchema = z
  .object({
    issue_field_name: z.string().min(1),
    data_type: text,
    value: optional(z.union([z.string(), z.number()])),
    single_select_option: optional(z.object({ name: z.string() })),
    multi_select_options: listOrNone(z.object({ name: z.string() })),
  })
  .transform((each): GithubField | undefined => {
    const chosen = each.multi_select_options.map(({ name }) => name);
    const value = each.single_select_option?.name ?? (chosen.length > 0 ? chosen : each.value);
    if (value === null || value === undefined) return undefined;
    return { name: each.issue_field_name, value, isDate: each.data_type === 'date' };
  });

const count = optional(z.int().nonnegative());
/** Older servers give labels as plain names. */
const label = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);

/** An issue. */
export const restIssueSchema = z
  .object({
    node_id: z.string(),
    number: z.int().positive(),
    title: z.string(),
    body: text,
    state: text,
    state_reason: text,
    updated_at: text,
    closed_at: text,
    html_url: text,
    repository_url: text,
    type: optional(z.object({ name: z.string() })),
    assignees: listOrNone(z.object({ login: z.string() })),
    labels: listOrNone(label),
    milestone: optional(z.object({ number: z.int().positive(), due_on: text })),
    reactions: optional(z.object({ '+1': count, heart: count, hooray: count, rocket: count })),
    parent_issue_url: text,
    sub_issues_summary: optional(z.object({ total: z.number(), percent_completed: z.number() })),
    issue_field_values: listOrNone(fieldSchema),
  })
  .transform((issue): GithubIssue => {
    const { milestone, reactions, sub_issues_summary: subIssues } = issue;
    const counts = [reactions?.['+1'], reactions?.heart, reactions?.hooray, reactions?.rocket];
    return {
      id: issue.node_id,
      number: issue.number,
      title: issue.title,
      repository: repositoryAt(issue.repository_url),
      body: issue.body ?? undefined,
      url: issue.html_url ?? undefined,
      updatedAt: issue.updated_at ?? undefined,
      isClosed: issue.state === 'closed',
      closedAt: issue.closed_at,
      stateReason: issue.state_reason?.toUpperCase(),
      type: issue.type?.name,
      assignees: issue.assignees.map(({ login }) => login),
      labels: issue.labels,
      milestone: milestone ? { number: milestone.number, dueOn: milestone.due_on ?? undefined } : undefined,
      parent: parentAt(issue.parent_issue_url),
      subIssues: subIssues
        ? { total: subIssues.total, percentCompleted: subIssues.percent_completed }
        : undefined,
      blockedBy: [],
      blocks: [],
      reactions: reactions ? counts.reduce<number>((sum, each) => sum + (each ?? 0), 0) : undefined,
      fields: issue.issue_field_values.flatMap((field) => field ?? []),
      projectFields: [],
    };
  });

/** A milestone. */
export const restMilestoneSchema = z
  .object({
    node_id: z.string(),
    number: z.int().positive(),
    title: z.string(),
    description: text,
    html_url: text,
    state: text,
    due_on: text,
    updated_at: text,
    closed_at: text,
    open_issues: count,
    closed_issues: count,
  })
  .transform((milestone): GithubMilestone => ({
    id: milestone.node_id,
    number: milestone.number,
    title: milestone.title,
    description: milestone.description ?? undefined,
    url: milestone.html_url ?? undefined,
    isClosed: milestone.state === 'closed',
    closedAt: milestone.closed_at,
    dueOn: milestone.due_on ?? undefined,
    openCount: milestone.open_issues ?? 0,
    closedCount: milestone.closed_issues ?? 0,
    updatedAt: milestone.updated_at ?? undefined,
  }));

/** Whether an entry of a list of issues is a pull request: GitHub lists both as issues. */
export function isPullRequest(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && !!Reflect.get(entry, 'pull_request');
}

function repositoryAt(url: string | null | undefined): string | undefined {
  return /\/repos\/([\w.-]+\/[\w.-]+)$/.exec(url ?? '')?.[1];
}

function parentAt(url: string | null | undefined): GithubIssue['parent'] {
  const [, repository, number] = /\/repos\/([\w.-]+\/[\w.-]+)\/issues\/([1-9]\d{0,9})$/.exec(url ?? '') ?? [];
  return repository && number ? { repository, number: Number(number) } : undefined;
}
