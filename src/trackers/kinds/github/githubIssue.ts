import type { CodeLink } from '../../../core/goal/codeLink';

/** A field of an issue or of a project, with what an issue has in it. */
export interface GithubField {
  readonly name: string;
  readonly value: string | number | readonly string[];
  readonly isDate: boolean;
  /** The names that can be chosen, the first one first, where that is known. */
  readonly options?: readonly string[];
}

/** Another issue, by its number; in the same repository where none is named. */
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
  /** Whether the person who is signed in is among them, where the interface says so. */
  readonly isMine?: boolean;
  /** The logins of those it is assigned to. */
  readonly logins?: readonly string[];
  readonly labels: readonly string[];
  readonly milestone?: { readonly number: number; readonly dueOn?: string | undefined } | undefined;
  readonly parent?: IssueReference | undefined;
  readonly subIssues?: { readonly total: number; readonly percentCompleted: number } | undefined;
  readonly blockedBy: readonly IssueReference[];
  readonly blocks: readonly IssueReference[];
  /** How often people have reacted in favour. */
  readonly reactions?: number | undefined;
  /** Its branches, and the pull requests that close it. */
  readonly links?: readonly CodeLink[];
  readonly fields: readonly GithubField[];
  readonly projectFields: readonly GithubProjectField[];
  /** It is in more projects than were asked for. */
  readonly hasMoreProjects?: boolean;
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
