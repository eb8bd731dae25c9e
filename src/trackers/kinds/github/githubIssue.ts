import type { CodeLink } from '../../../core/goal/codeLink';

/** A field of an issue or project, with an issue's value in it. */
export interface GithubField {
  readonly name: string;
  readonly value: string | number | readonly string[];
  readonly isDate: boolean;
  /** The names to choose from, in order, if known. */
  readonly options?: readonly string[];
}

/** Another issue, by its number; in the same repository if none is named. */
export interface IssueReference {
  readonly number: number;
  /** `owner/name`. */
  readonly repository?: string | undefined;
}

/** An issue, whichever interface it was read from. */
export interface GithubIssue {
  /** The node id: the same in both interfaces. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** `owner/name`. */
  readonly repository?: string | undefined;
  readonly body?: string | undefined;
  readonly url?: string | undefined;
  readonly updatedAt?: string | undefined;
  readonly isClosed: boolean;
  readonly closedAt?: string | null | undefined;
  /** `COMPLETED`, `NOT_PLANNED`, `DUPLICATE` or `REOPENED`. */
  readonly stateReason?: string | undefined;
  readonly type?: string | undefined;
  readonly assignees: readonly string[];
  /** Whether the person who is signed in is an assignee, if the interface says so. */
  readonly isMine?: boolean;
  /** The logins of its assignees. */
  readonly logins?: readonly string[];
  readonly labels: readonly string[];
  readonly milestone?: { readonly number: number; readonly dueOn?: string | undefined } | undefined;
  readonly parent?: IssueReference | undefined;
  readonly subIssues?: { readonly total: number; readonly percentCompleted: number } | undefined;
  readonly blockedBy: readonly IssueReference[];
  readonly blocks: readonly IssueReference[];
  /** How many positive reactions it has. */
  readonly reactions?: number | undefined;
  /** Its branches, and the pull requests that close it. */
  readonly links?: readonly CodeLink[];
  readonly fields: readonly GithubField[];
  readonly projectFields: readonly GithubProjectField[];
}

/** A field of a project, and whose project it is. */
export interface GithubProjectField extends GithubField {
  readonly project: { readonly owner: string; readonly number: number };
}

/** A milestone, whichever interface it was read from. */
export interface GithubMilestone {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly description?: string | undefined;
  readonly url?: string | undefined;
  readonly isClosed: boolean;
  readonly closedAt?: string | null | undefined;
  readonly dueOn?: string | undefined;
  readonly openCount: number;
  readonly closedCount: number;
  readonly updatedAt?: string | undefined;
}
