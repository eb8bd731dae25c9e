/** How a link between code and a goal was found. It is always shown, so that a person can judge the link. */
export type Provenance =
  | { readonly kind: 'explicit' }
  | { readonly kind: 'branchName'; readonly text: string }
  | { readonly kind: 'pathMap'; readonly pattern: string; readonly line: number }
  | { readonly kind: 'commit'; readonly sha: string; readonly subject: string; readonly by: CommitEvidence };

/** Where a commit names the key: in its message, or in its git note. */
export type CommitEvidence = 'trailer' | 'subject' | 'body' | 'note';

/** One tie between a piece of code and a goal key. The key may name a goal that no tracker has. */
export interface Link {
  readonly key: string;
  readonly provenance: Provenance;
}
