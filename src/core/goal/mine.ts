import type { Goal } from './goal';

/** Who a person is apart from the trackers: as git signs their commits. */
export interface Identity {
  /** `user.email`, where it is set. */
  readonly email?: string;
}

/**
 * Whether a goal is a person's own: the tracker says so of the account that is signed in; a goals file and a REST service know
 * nobody, there the owner's address is compared with git's. With `team`, what is assigned to a team of theirs counts too.
 */
export function isMine(
  goal: Pick<Goal, 'mine' | 'owner'>,
  { email }: Identity,
  scope: 'me' | 'team' = 'me',
): boolean {
  if (goal.mine === 'me' || (goal.mine === 'team' && scope === 'team')) return true;
  const address = email?.trim().toLowerCase();
  return address !== undefined && goal.owner?.email?.toLowerCase() === address;
}
