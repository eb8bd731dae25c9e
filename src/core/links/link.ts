import type { CodeLink } from '../goal/codeLink';

/** How a link between code and a goal was found. Always shown, so that a person can judge the link. */
export type Provenance =
  | { readonly kind: 'explicit' }
  | {
      readonly kind: 'branchName';
      readonly text: string;
      /** Only a number suggests it, so nothing is written on its evidence alone. */
      readonly isUnconfirmed?: boolean;
    }
  | {
      /** The tracker itself ties the branch to the goal. */
      readonly kind: 'tracker';
      /** What people call the tracker. */
      readonly tracker: string;
      readonly link: CodeLink;
    }
  | {
      readonly kind: 'pathMap';
      readonly pattern: string;
      /** In the path map, counted from 0. */
      readonly line: number;
    }
  | {
      readonly kind: 'commit';
      readonly sha: string;
      readonly subject: string;
      readonly by: CommitEvidence;
      /** As it was written. */
      readonly text: string;
    };

/** Where a commit names a goal, in its message or git note, from the strongest evidence to the weakest. */
export const commitEvidences = [
  'trailer',
  'closingKeyword',
  'referenceTrailer',
  'subject',
  'body',
  'note',
  'address',
  'tracker',
  'pullRequest',
  'merge',
  'revert',
] as const;
/** One way in which a commit names a goal. */
export type CommitEvidence = (typeof commitEvidences)[number];

/** A tie between a piece of code and a goal key. The key may name a goal that no tracker has. */
export interface Link {
  readonly key: string;
  readonly provenance: Provenance;
}
