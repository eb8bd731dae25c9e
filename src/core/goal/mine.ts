import type { Goal } from './goal';

/** Who a person is apart from the trackers: as git signs their commits. Kept in memory only. */
export interface Identity {
  /** `user.email`, where it is set. */
  readonly email?: string;
  /** `user.name`, where it is set. */
  readonly name?: string;
}

/**
 * Whether a goal is a person's own: the tracker says so of the account that is signed in; a goals file and a
 * REST service know nobody, there the owner is compared with git: by address, or, where only names are given,
 * by name. With `team`, what is assigned to a team of theirs counts too.
 */
export function isMine(
  { mine, owner }: Pick<Goal, 'mine' | 'owner'>,
  identity: Identity,
  scope: 'me' | 'team' = 'me',
): boolean {
  if (mine === 'me' || (mine === 'team' && scope === 'team')) return true;
  if (!owner) return false;
  if (owner.email !== undefined) return isSame(owner.email, identity.email);
  return isSame(owner.name, identity.name);
}

function isSame(text: string, other: string | undefined): boolean {
  return other !== undefined && fold(text) !== '' && fold(text) === fold(other);
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
